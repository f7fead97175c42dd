"use strict";
// A network as an object for each node and each link, trained point by point: the logic of tensorflow/playground, written anew.
class Link {
  constructor(source, dest) { this.source = source; this.dest = dest; this.weight = Math.random() - 0.5; this.slope = 0; this.sum = 0; this.count = 0; }
}
class Node {
  constructor(activation) {
    this.activation = activation; this.inputs = []; this.outputs = []; this.bias = 0.1; this.total = 0; this.output = 0;
    this.outputSlope = 0; this.inputSlope = 0; this.sum = 0; this.count = 0;
  }
  update() {
    this.total = this.bias;
    for (let k = 0; k < this.inputs.length; k++) { const link = this.inputs[k]; this.total += link.weight * link.source.output; }
    return this.output = this.activation.output(this.total);
  }
}
const TANH = { output: x => Math.tanh(x), slope: x => { const y = TANH.output(x); return 1 - y * y; } };
const LINEAR = { output: x => x, slope: () => 1 };
const SQUARE = { error: (output, target) => 0.5 * (output - target) ** 2, slope: (output, target) => output - target };

function build(sizes) {
  return sizes.map((size, layer) => Array.from({ length: size }, () => new Node(layer === sizes.length - 1 ? LINEAR : TANH)))
    .map((nodes, layer, layers) => {
      if (layer > 0) for (const node of nodes) for (const source of layers[layer - 1]) {
        const link = new Link(source, node);
        source.outputs.push(link);
        node.inputs.push(link);
      }
      return nodes;
    });
}
function forward(layers, inputs) {
  layers[0].forEach((node, i) => { node.output = inputs[i]; });
  for (let layer = 1; layer < layers.length; layer++) for (let j = 0; j < layers[layer].length; j++) layers[layer][j].update();
  return layers[layers.length - 1][0].output;
}
function backward(layers, target) {
  const last = layers[layers.length - 1][0];
  last.outputSlope = SQUARE.slope(last.output, target);
  for (let layer = layers.length - 1; layer >= 1; layer--) {
    for (const node of layers[layer]) {
      node.inputSlope = node.outputSlope * node.activation.slope(node.total);
      node.sum += node.inputSlope;
      node.count++;
    }
    for (const node of layers[layer]) for (const link of node.inputs) {
      link.slope = node.inputSlope * link.source.output;
      link.sum += link.slope;
      link.count++;
    }
    if (layer > 1) for (const node of layers[layer - 1]) {
      node.outputSlope = 0;
      for (const link of node.outputs) node.outputSlope += link.weight * link.dest.inputSlope;
    }
  }
}
function update(layers, rate) {
  for (let layer = 1; layer < layers.length; layer++) for (const node of layers[layer]) {
    if (node.count > 0) { node.bias -= rate * node.sum / node.count; node.sum = 0; node.count = 0; }
    for (const link of node.inputs) if (link.count > 0) { link.weight -= rate * link.sum / link.count; link.sum = 0; link.count = 0; }
  }
}
const POINTS = Array.from({ length: 200 }, (_, e) => {
  const way = (Math.floor(e / 2) + 0.5) / 100, angle = 3.5 * Math.PI * way + (e % 2) * Math.PI;
  return { x: [2 * way * Math.sin(angle), 2 * way * Math.cos(angle)], y: e % 2 };
});
function objects(batch, steps) {
  const layers = build([2, 8, 8, 1]), size = batch || POINTS.length;
  const start = performance.now();
  for (let t = 0, e = 0; t < steps; t++) {
    for (let k = 0; k < size; k++, e = (e + 1) % POINTS.length) {
      forward(layers, POINTS[e].x);
      backward(layers, POINTS[e].y);
    }
    update(layers, 0.03);
  }
  return performance.now() - start;
}
function tensors(batch, steps) {
  const size = batch || POINTS.length;
  const inputs = tf.tensor2d(POINTS.map(p => p.x)), targets = tf.tensor2d(POINTS.map(p => [p.y]));
  const w = [[2, 8], [8, 8], [8, 1]].map(shape => tf.variable(tf.randomUniform(shape, -0.5, 0.5))), b = [8, 8, 1].map(n => tf.variable(tf.zeros([n])));
  const model = x => x.matMul(w[0]).add(b[0]).tanh().matMul(w[1]).add(b[1]).tanh().matMul(w[2]).add(b[2]);
  const optimizer = tf.train.sgd(0.03);
  const start = performance.now();
  for (let t = 0, e = 0; t < steps; t++, e = (e + size) % POINTS.length) {
    tf.tidy(() => {
      const x = batch ? inputs.slice([e, 0], [size, 2]) : inputs, y = batch ? targets.slice([e, 0], [size, 1]) : targets;
      optimizer.minimize(() => tf.losses.meanSquaredError(y, model(x)));
    });
  }
  w[0].dataSync();
  const time = performance.now() - start;
  [inputs, targets, ...w, ...b].forEach(tensor => tensor.dispose());
  return time;
}
// Each for at least a fifth of a second, by turns, the best of five.
async function compareNetworks(ours, batch) {
  const contestants = { js: ours.js, wasm: ours.wasm, "an object for each node": objects };
  const best = {};
  if (typeof tf !== "undefined") {
    await tf.setBackend("cpu");
    contestants["TensorFlow.js, cpu"] = tensors;
  }
  for (let round = 0; round < 6; round++) {
    for (const name in contestants) {
      let steps = batch ? 200 : 20, time = 0;
      do { steps *= 2; time = contestants[name](batch, steps); } while (time < 200);
      if (round > 0) best[name] = Math.max(best[name] || 0, steps / time * 1000);
    }
  }
  return best;
}
