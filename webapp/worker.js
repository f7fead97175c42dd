/*
 * A worker of the page: computes tiles of maps, and trains, with the same program as the page; named "wasm" as its WebAssembly build. Where it is made from
 * a Blob, BASE says where the page's files are.
 */
var base = self.BASE || "", program;
if (self.name === "wasm") {
  importScripts(base + "descent-lab.wasm-runtime.js");
  program = TeaVM.wasmGC.load(base + "descent-lab.wasm").then(function (loaded) { return loaded.exports; });
} else {
  importScripts(base + "descent-lab.js");
  program = Promise.resolve(DescentLab);
}
onmessage = function (event) {
  "use strict";
  var asked = event.data;
  program.then(function (lab) {
    // Who asks for nothing wants to know that the program is there.
    var numbers = asked.text === null ? new Float64Array(0)
      : asked.train ? lab.training(asked.text, asked.known, asked.most) : lab.tile(asked.text, asked.tile, asked.spent);
    postMessage({job: asked.job, numbers: numbers}, [numbers.buffer]);
    // Thrown outside of the promise, the page hears of it.
  }).catch(function (error) { setTimeout(function () { throw error; }); });
};
