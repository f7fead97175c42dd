/*
 * Starts the page: first a small program that shows a function of x, then, when a person begins to use the page or asks for more, the whole program, which
 * takes over from it: as WebAssembly GC where the browser has it and the page's policy allows it, else as JavaScript. What was tried and why it was left
 * stands in the footer. ?backend=js or ?backend=wasm asks for the whole program as one of the two at once.
 */
(function () {
  "use strict";
  var asked = /[?&]backend=(js|wasm)/.exec(location.search);
  var wasmIsPossible = typeof WebAssembly === "object" && self.origin !== "null";
  var whole = null, handedOver = false, wanted = "", pressed = 0, missed = null;

  function script(address) {
    return new Promise(function (resolve, reject) {
      var element = document.createElement("script");
      element.src = address;
      element.onload = resolve;
      element.onerror = function () { element.remove(); reject(new Error(address + " cannot be loaded")); };
      document.head.appendChild(element);
    });
  }

  function webAssembly() {
    return script("descent-lab.wasm-runtime.js")
      .then(function () { return TeaVM.wasmGC.load("descent-lab.wasm"); })
      .then(function (program) { return function (text) { program.exports.main(["WebAssembly GC", text]); }; });
  }

  function javaScript(reason) {
    return script("descent-lab.js").then(function () {
      return function (text) { DescentLab.main(["JavaScript" + (reason ? " (" + reason + ")" : ""), text]); };
    });
  }

  /** The whole program, loaded once; a function that runs it from an experiment's text. */
  function load() {
    if (!whole) {
      whole = asked && asked[1] === "js" || !wasmIsPossible && !asked ? javaScript("") : webAssembly().catch(function (error) {
        return javaScript("WebAssembly GC: " + error.message);
      });
      whole.catch(function (error) { whole = null; say(document.documentElement.dataset.rest + " " + error); });
    }
    return whole;
  }

  function say(sentence) {
    var notice = document.getElementById("notice");
    notice.textContent = sentence;
    notice.hidden = false;
  }

  function failed(error) { say(document.documentElement.dataset.failed + " " + error); }

  /** The whole program takes over: with the text that is wanted but that the first does not know, or else with what the first shows once nothing moves. */
  function handOver() {
    load().then(function takeOver(main) {
      if (handedOver) return;
      if (!wanted && (pressed > 0 || !DescentLabFirst.isAtRest())) {
        setTimeout(takeOver, 50, main);
        return;
      }
      handedOver = true;
      var shown = DescentLabFirst.leave();
      var place = focused();
      addEventListener("descentlab-ready", function () { goOn(place); }, {once: true});
      main(wanted || shown);
    }, function () {});
  }

  /** Where the focus is: elements that the whole program makes anew are found again by their place in what holds them. */
  function focused() {
    var element = document.activeElement, holder = element && element.parentElement && element.parentElement.closest("[id]");
    return holder && {element: element, holder: holder, index: all(holder).indexOf(element)};
  }

  function all(holder) { return Array.prototype.slice.call(holder.querySelectorAll("*")); }

  /** Does for the person what came too early for the first program. */
  function goOn(place) {
    var again = place && !place.element.isConnected && all(place.holder)[place.index];
    if (again) again.focus();
    if (document.activeElement.type === "text") document.activeElement.dispatchEvent(new Event("input", {bubbles: true}));
    if (missed) missed.click();
  }

  function use(event) {
    if (handedOver || document.documentElement.classList.contains("embed")) return;
    var late = event.type === "click" && event.target.closest("[data-whole] button");
    missed = late || missed;
    handOver();
  }

  addEventListener("descentlab-ready", function () { document.documentElement.dataset.program = handedOver || asked ? "whole" : "first"; });
  addEventListener("error", function (event) { failed(event.message); });
  if (asked) {
    load().then(function (main) { main(""); }).catch(failed);
    return;
  }
  addEventListener("descentlab-whole", function (event) {
    if (!handedOver) {
      event.preventDefault();
      wanted = event.detail;
      handOver();
    }
  });
  addEventListener("pointerdown", function () { pressed++; }, true);
  addEventListener("pointerup", function () { pressed = 0; }, true);
  addEventListener("pointercancel", function () { pressed = 0; }, true);
  ["pointerdown", "keydown", "input", "click", "toggle"].forEach(function (type) { addEventListener(type, use, true); });
  script("descent-lab.first.js").then(function () { DescentLabFirst.main(["JavaScript"]); }).catch(failed);
})();
