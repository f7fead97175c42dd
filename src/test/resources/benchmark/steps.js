"use strict";
// Plain gradient descent written by hand, the whole step of a formula in one loop over the lanes: loss and gradient at x, then x moves.
const STEP_LANES = 256;
const FORMULAS = [
  ["(x-2)^2", (X, Y, R, L) => {
    for (let l = 0; l < STEP_LANES; l++) { const x = X[l], t = x - 2; L[l] = t * t; X[l] = x - R[l] * (2 * t); }
  }],
  ["x^2/10 + sin(3x)", (X, Y, R, L) => {
    for (let l = 0; l < STEP_LANES; l++) {
      const x = X[l], a = 3 * x;
      L[l] = x * x / 10 + Math.sin(a);
      X[l] = x - R[l] * (x / 5 + 3 * Math.cos(a));
    }
  }],
  ["1 - exp(-x^2)", (X, Y, R, L) => {
    for (let l = 0; l < STEP_LANES; l++) { const x = X[l], e = Math.exp(-x * x); L[l] = 1 - e; X[l] = x - R[l] * (2 * x * e); }
  }],
  ["ln(1 + x^2) + cos(2x) exp(-x/4)", (X, Y, R, L) => {
    for (let l = 0; l < STEP_LANES; l++) {
      const x = X[l], q = 1 + x * x, e = Math.exp(-x / 4), a = 2 * x, c = Math.cos(a) * e;
      L[l] = Math.log(q) + c;
      X[l] = x - R[l] * (2 * x / q - 2 * Math.sin(a) * e - c / 4);
    }
  }],
  ["(1-x)^2 + 100(y-x^2)^2", (X, Y, R, L) => {
    for (let l = 0; l < STEP_LANES; l++) {
      const x = X[l], y = Y[l], a = 1 - x, b = y - x * x;
      L[l] = a * a + 100 * b * b;
      X[l] = x - R[l] * (-2 * a - 400 * x * b);
      Y[l] = y - R[l] * (200 * b);
    }
  }],
  ["20 + x^2 + y^2 - 10cos(2pi x) - 10cos(2pi y)", (X, Y, R, L) => {
    const w = 2 * Math.PI;
    for (let l = 0; l < STEP_LANES; l++) {
      const x = X[l], y = Y[l], a = w * x, b = w * y;
      L[l] = 20 + x * x + y * y - 10 * Math.cos(a) - 10 * Math.cos(b);
      X[l] = x - R[l] * (2 * x + 10 * w * Math.sin(a));
      Y[l] = y - R[l] * (2 * y + 10 * w * Math.sin(b));
    }
  }],
  ["1 - exp(-x^2 - y^2)", (X, Y, R, L) => {
    for (let l = 0; l < STEP_LANES; l++) {
      const x = X[l], y = Y[l], e = Math.exp(-x * x - y * y);
      L[l] = 1 - e;
      X[l] = x - R[l] * (2 * x * e);
      Y[l] = y - R[l] * (2 * y * e);
    }
  }],
  ["-20exp(-0.2sqrt((x^2+y^2)/2)) - exp((cos(2pi x)+cos(2pi y))/2) + e + 20", (X, Y, R, L) => {
    const w = 2 * Math.PI;
    for (let l = 0; l < STEP_LANES; l++) {
      const x = X[l], y = Y[l], r = Math.sqrt((x * x + y * y) / 2), a = w * x, b = w * y;
      const e = Math.exp(-0.2 * r), f = Math.exp((Math.cos(a) + Math.cos(b)) / 2);
      L[l] = -20 * e - f + Math.E + 20;
      X[l] = x - R[l] * (2 * e * x / r + Math.PI * Math.sin(a) * f);
      Y[l] = y - R[l] * (2 * e * y / r + Math.PI * Math.sin(b) * f);
    }
  }]
];
function timeByHand(step, steps) {
  const X = new Float64Array(STEP_LANES), Y = new Float64Array(STEP_LANES), R = new Float64Array(STEP_LANES), L = new Float64Array(STEP_LANES);
  for (let l = 0; l < STEP_LANES; l++) { X[l] = -1.5 + l / 100; Y[l] = 1 + l / 200; R[l] = 1e-4 * (1 + l / 256); }
  const start = performance.now();
  for (let t = 0; t < steps; t++) step(X, Y, R, L);
  return performance.now() - start;
}
// By hand and every way of both programs, interleaved, each several times after a warm-up: [[formula, ns by hand, ns of each way …], …], medians.
async function compareSteps(programs, ways, steps, rounds) {
  const rows = [];
  for (const [formula, step] of FORMULAS) {
    const timers = [() => timeByHand(step, steps), ...programs.flatMap(program => ways.map(way => () => program.time(formula, way, steps)))];
    const times = timers.map(() => []);
    for (let k = -3; k < rounds; k++) {
      timers.forEach((timer, i) => { const time = timer(); if (k >= 0) times[i].push(time); });
      await new Promise(resolve => setTimeout(resolve));
    }
    rows.push([formula, ...times.map(list => list.sort((a, b) => a - b)[list.length >> 1] * 1e6 / steps / STEP_LANES)]);
  }
  return rows;
}
