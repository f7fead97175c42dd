/*
 * A worker of the page: computes tiles of maps with the same program as the page. Where it is made from a Blob, BASE says where the page's files are.
 */
importScripts((self.BASE || "") + "descent-lab.js");
onmessage = function (event) {
  "use strict";
  var tile = DescentLab.tile(event.data.text, event.data.tile);
  postMessage({job: event.data.job, tile: tile}, [tile.buffer]);
};
