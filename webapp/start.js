/*
 * Starts the program: WebAssembly GC where the browser has it and the page's policy allows it, else JavaScript. What was tried and why it was left stands in
 * the footer. ?backend=js or ?backend=wasm asks for one of the two.
 */
(function () {
  "use strict";
  var asked = /[?&]backend=(js|wasm)/.exec(location.search);
  var wasmIsPossible = typeof WebAssembly === "object" && self.origin !== "null";

  function script(address) {
    return new Promise(function (resolve, reject) {
      var element = document.createElement("script");
      element.src = address;
      element.onload = resolve;
      element.onerror = function () { reject(new Error(address + " cannot be loaded")); };
      document.head.appendChild(element);
    });
  }

  function webAssembly() {
    return script("descent-lab.wasm-runtime.js")
      .then(function () { return TeaVM.wasmGC.load("descent-lab.wasm"); })
      .then(function (program) { program.exports.main(["WebAssembly GC"]); });
  }

  function javaScript(reason) {
    return script("descent-lab.js").then(function () { DescentLab.main(["JavaScript" + (reason ? " (" + reason + ")" : "")]); });
  }

  function failed(error) {
    var notice = document.getElementById("notice");
    notice.textContent = document.documentElement.dataset.failed + " " + error;
    notice.hidden = false;
  }

  var started = asked && asked[1] === "js" || !wasmIsPossible && !asked ? javaScript("") : webAssembly().catch(function (error) {
    return javaScript("WebAssembly GC: " + error.message);
  });
  started.catch(failed);
  addEventListener("error", function (event) { failed(event.message); });
})();
