"use strict";
// The same rules written by hand, one loop over the lanes; the gradient stands in an array, as it does for ours.
const LANES = 256, RATE = 1e-6;
const array = value => new Float64Array(LANES).fill(value || 0);
function make(step, lr) {
  return steps => {
    const x = array(), rate = array(lr || RATE);
    for (let l = 0; l < LANES; l++) x[l] = 1 + l / 100;
    const state = { x, rate, g: array(0.5), h: array(2), a: array(), b: array(), c: array(), t: 0, count: new Int32Array(LANES) };
    const start = performance.now();
    for (let t = 0; t < steps; t++) { state.t++; step(state); }
    return performance.now() - start;
  };
}
const adam = decay => ({ g: G, x, rate, a, b, t }) => {
  const c1 = 1 - Math.pow(0.9, t), root = Math.sqrt(1 - Math.pow(0.999, t));
  for (let l = 0; l < LANES; l++) {
    const g = G[l];
    if (decay) x[l] *= 1 - rate[l] * decay;
    const m = a[l] = 0.9 * a[l] + 0.1 * g;
    const v = b[l] = 0.999 * b[l] + 0.001 * g * g;
    x[l] -= rate[l] / c1 * m / (Math.sqrt(v) / root + 1e-8);
  }
};
// L-BFGS without a line search, lane after lane, for points of any number of coordinates, as PyTorch's defaults are: 20 inner iterations, 100 pairs.
function dot(a, b) { let sum = 0; for (let i = 0; i < a.length; i++) sum += a[i] * b[i]; return sum; }
function largest(a) { let most = 0; for (let i = 0; i < a.length; i++) most = Math.max(most, Math.abs(a[i])); return most; }
function evaluate(x, g) { g[0] = 2 * x[0]; return x[0] * x[0]; }
function lbfgs(memory, x, g, startLoss, rate) {
  const n = x.length, { d, alpha, before } = memory;
  let loss = startLoss;
  if (largest(g) <= 1e-7) return;
  for (let k = 1, evaluations = 0; k <= 20; k++) {
    if (memory.count++ > 0) {
      const s = new Float64Array(n), y = new Float64Array(n);
      for (let i = 0; i < n; i++) { s[i] = memory.length * d[i]; y[i] = g[i] - before[i]; }
      const curvature = dot(y, s);
      if (curvature > 1e-10) {
        if (memory.pairs.length >= 100) memory.pairs.shift();
        memory.pairs.push({ s, y, rho: 1 / curvature });
        memory.scale = curvature / dot(y, y);
      }
    }
    const pairs = memory.pairs;
    for (let i = 0; i < n; i++) { before[i] = g[i]; d[i] = -g[i]; }
    for (let j = pairs.length - 1; j >= 0; j--) {
      const { s, y, rho } = pairs[j], a = alpha[j] = dot(s, d) * rho;
      for (let i = 0; i < n; i++) d[i] -= a * y[i];
    }
    for (let i = 0; i < n; i++) d[i] *= memory.scale;
    for (let j = 0; j < pairs.length; j++) {
      const { s, y, rho } = pairs[j], a = alpha[j] - dot(y, d) * rho;
      for (let i = 0; i < n; i++) d[i] += a * s[i];
    }
    let t = rate;
    if (memory.count === 1) { let sum = 0; for (let i = 0; i < n; i++) sum += Math.abs(g[i]); t = Math.min(1, 1 / sum) * rate; }
    memory.length = t;
    if (dot(g, d) > -1e-9) return;
    for (let i = 0; i < n; i++) x[i] += t * d[i];
    const last = loss;
    if (k < 20) { loss = evaluate(x, g); evaluations++; }
    if (largest(g) <= 1e-7 || evaluations + 1 >= 25 || Math.abs(t) * largest(d) <= 1e-9 || Math.abs(loss - last) < 1e-9) return;
  }
}
const memory = n => ({ pairs: [], scale: 1, length: 0, count: 0, d: new Float64Array(n), before: new Float64Array(n), alpha: new Float64Array(100) });
const KERNELS = {
  SGD: make(({ g: G, x, rate }) => { for (let l = 0; l < LANES; l++) x[l] -= rate[l] * G[l]; }),
  Adagrad: make(({ g: G, x, rate, a }) => {
    for (let l = 0; l < LANES; l++) { const g = G[l]; const s = a[l] += g * g; x[l] -= rate[l] * g / (Math.sqrt(s) + 1e-10); }
  }),
  RMSprop: make(({ g: G, x, rate, a }) => {
    for (let l = 0; l < LANES; l++) { const g = G[l]; const v = a[l] = 0.99 * a[l] + 0.01 * g * g; x[l] -= rate[l] * g / (Math.sqrt(v) + 1e-8); }
  }),
  Adadelta: make(({ g: G, x, rate, a, b }) => {
    for (let l = 0; l < LANES; l++) {
      const g = G[l], v = a[l] = 0.9 * a[l] + 0.1 * g * g, d = Math.sqrt(b[l] + 1e-6) / Math.sqrt(v + 1e-6) * g;
      b[l] = 0.9 * b[l] + 0.1 * d * d;
      x[l] -= rate[l] * d;
    }
  }),
  Adam: make(adam(0)),
  AdamW: make(adam(0.01)),
  Adamax: make(({ g: G, x, rate, a, b, t }) => {
    const c1 = 1 - Math.pow(0.9, t);
    for (let l = 0; l < LANES; l++) {
      const g = G[l], m = a[l] = 0.9 * a[l] + 0.1 * g, u = b[l] = Math.max(0.999 * b[l], Math.abs(g) + 1e-8);
      x[l] -= rate[l] / c1 * m / u;
    }
  }),
  NAdam: make(state => {
    const { g: G, x, rate, a, b, t } = state;
    const mu = 0.9 * (1 - 0.5 * Math.pow(0.96, t * 0.004)), next = 0.9 * (1 - 0.5 * Math.pow(0.96, (t + 1) * 0.004));
    const product = state.product = (state.product === undefined ? 1 : state.product) * mu;
    const c2 = 1 - Math.pow(0.999, t), ofG = (1 - mu) / (1 - product), ofM = next / (1 - product * next);
    for (let l = 0; l < LANES; l++) {
      const g = G[l], m = a[l] = 0.9 * a[l] + 0.1 * g, v = b[l] = 0.999 * b[l] + 0.001 * g * g, root = Math.sqrt(v / c2) + 1e-8;
      x[l] -= rate[l] * (ofG * g + ofM * m) / root;
    }
  }),
  RAdam: make(({ g: G, x, rate, a, b, t }) => {
    const c1 = 1 - Math.pow(0.9, t), p = Math.pow(0.999, t), k = 1999, rho = k - 2 * t * p / (1 - p);
    const r = rho > 5 ? Math.sqrt((rho - 4) * (rho - 2) * k / ((k - 4) * (k - 2) * rho)) * Math.sqrt(1 - p) : 0;
    for (let l = 0; l < LANES; l++) {
      const g = G[l], m = a[l] = 0.9 * a[l] + 0.1 * g, v = b[l] = 0.999 * b[l] + 0.001 * g * g;
      x[l] -= rate[l] / c1 * m * (r === 0 ? 1 : r / (Math.sqrt(v) + 1e-8));
    }
  }),
  Rprop: make(({ g: G, x, rate, a, b, t }) => {
    if (t === 1) b.set(rate);
    for (let l = 0; l < LANES; l++) {
      const g = G[l], p = g * a[l];
      const s = b[l] = Math.min(Math.max(b[l] * (p > 0 ? 1.2 : p < 0 ? 0.5 : 1), 1e-6), 50), h = a[l] = p < 0 ? 0 : g;
      x[l] -= h > 0 ? s : h < 0 ? -s : 0;
    }
  }),
  ASGD: make(({ g: G, x, rate, a, t }) => {
    if (t === 1) a.set(rate);
    for (let l = 0; l < LANES; l++) {
      x[l] = x[l] * (1 - 1e-4 * a[l]) - a[l] * G[l];
      a[l] = rate[l] / Math.pow(1 + 1e-4 * rate[l] * t, 0.75);
    }
  }),
  LBFGS: make(state => {
    const { g: G, x, rate } = state, start = new Float64Array(1), g = new Float64Array(1);
    const memories = state.memories = state.memories || Array.from({ length: LANES }, () => memory(1));
    const losses = state.losses = state.losses || x.map(each => each * each);
    for (let l = 0; l < LANES; l++) { start[0] = x[l]; g[0] = G[l]; lbfgs(memories[l], start, g, losses[l], rate[l]); x[l] = start[0]; }
  }, 0.01),
  Armijo: make(({ g: G, x, rate, count }) => {
    for (let l = 0; l < LANES; l++) {
      const f = x[l] * x[l], g = G[l];
      let s = rate[l], y = x[l] - s * g, k = 1;
      for (; k <= 60 && !(y * y <= f - 1e-4 * s * g * g); k++) { s *= 0.5; y = x[l] - s * g; }
      count[l] += k;
      x[l] = y;
    }
  }),
  Newton: make(({ g: G, h: H, x, rate }) => { for (let l = 0; l < LANES; l++) x[l] -= rate[l] * (G[l] / H[l]); }),
  Polyak: make(({ g: G, x, rate }) => {
    for (let l = 0; l < LANES; l++) { const g = G[l], q = g * g; x[l] -= q === 0 ? 0 : rate[l] * (x[l] * x[l]) / q * g; }
  }),
  Lion: make(({ g: G, x, rate, a }) => {
    for (let l = 0; l < LANES; l++) { const g = G[l]; x[l] -= rate[l] * Math.sign(0.9 * a[l] + 0.1 * g); a[l] = 0.99 * a[l] + 0.01 * g; }
  }),
  SignSGD: make(({ g: G, x, rate }) => { for (let l = 0; l < LANES; l++) x[l] -= rate[l] * Math.sign(G[l]); })
};
// L-BFGS takes many inner iterations a step; its rate is such that it does not end at once and fills its memory.
const FEWER = { LBFGS: 500 };
// Interleaved, each several times after a warm-up, the median of each in ns for a step and lane: [[name, reference, ours], …].
function compare(ours, steps, rounds) {
  const median = list => list.sort((a, b) => a - b)[list.length >> 1];
  return Object.keys(KERNELS).map(name => {
    const count = steps / (FEWER[name] || 1), scale = 1e6 / count / LANES, reference = [], product = [];
    for (let k = -2; k < rounds; k++) {
      const r = KERNELS[name](count), p = ours(name, count);
      if (k >= 0) { reference.push(r * scale); product.push(p * scale); }
    }
    return [name, median(reference), median(product)];
  });
}
