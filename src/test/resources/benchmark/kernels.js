"use strict";
// The same rules written by hand, one loop over the lanes; the gradient stands in an array, as it does for ours.
const LANES = 256, RATE = 1e-6;
const array = value => new Float64Array(LANES).fill(value || 0);
function make(step) {
  return steps => {
    const x = array(), rate = array(RATE);
    for (let l = 0; l < LANES; l++) x[l] = 1 + l / 100;
    const state = { x, rate, g: array(0.5), h: array(2), a: array(), b: array(), c: array(), t: 0, loss: array() };
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
  Armijo: make(({ g: G, x, rate }) => {
    for (let l = 0; l < LANES; l++) {
      const f = x[l] * x[l], g = G[l];
      let s = rate[l], y = x[l] - s * g;
      for (let k = 0; k < 60 && !(y * y <= f - 1e-4 * s * g * g); k++) { s *= 0.5; y = x[l] - s * g; }
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
// Interleaved, each several times after a warm-up, the median of each: [[name, reference ms, ours ms], …].
function compare(ours, steps, rounds) {
  const median = list => list.sort((a, b) => a - b)[list.length >> 1];
  return Object.keys(KERNELS).map(name => {
    const reference = [], product = [];
    for (let k = -2; k < rounds; k++) {
      const r = KERNELS[name](steps), p = ours(name, steps);
      if (k >= 0) { reference.push(r); product.push(p); }
    }
    return [name, median(reference), median(product)];
  });
}
