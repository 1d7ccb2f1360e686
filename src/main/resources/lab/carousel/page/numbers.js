"use strict";
// Functions that are the same to the last bit in every browser and in the program, because they are made
// of additions, multiplications and divisions alone. Math.exp and Math.cos are not: each browser has its own last digits.

/** So many numbers, all 0. */
function numbers(count) {
  return new Float64Array(count);
}

/** A matrix as an array of rows. */
function rows(count, width) {
  return Array.from({ length: count }, () => numbers(width));
}

// ---- The bits of a number -----------------------------------------------------------------------------------------------

const NUMBER = new Float64Array(1);
const HALVES = new Int32Array(NUMBER.buffer);
NUMBER[0] = 1;
/** Which half of a number has its sign and exponent. */
const HIGH = HALVES[1] === 0 ? 0 : 1;

function highHalf(x) {
  NUMBER[0] = x;
  return HALVES[HIGH];
}

function withHighHalf(x, high) {
  NUMBER[0] = x;
  HALVES[HIGH] = high;
  return NUMBER[0];
}

function onlyHighHalf(high) {
  return withHighHalf(0, high);
}

// ---- e^x, sigmoid, tanh: after Moshier, Cephes (2000), exp.c and tanh.c ------------------------------------------------------

/** 2^n stands at n + 1023, without the smallest of all numbers. */
const POWERS_OF_TWO = Array.from({ length: 2047 }, () => 0);
for (let n = -1022, power = 2 ** -1022; n <= 1023; n++, power *= 2) {
  POWERS_OF_TWO[n + 1023] = power;
}
/** Added to a number that is not large and taken away again, it rounds it to a whole one. */
const ROUNDER = 6755399441055744;

function exp(x) {
  if (!(x <= 709.78)) {
    return x > 709.78 ? Infinity : NaN;
  }
  if (x < -708) {
    return 0;
  }
  const n = 1.4426950408889634073599 * x + ROUNDER - ROUNDER;
  const r = x - n * 6.93145751953125e-1 - n * 1.42860682030941723212e-6;
  const square = r * r;
  const p = r * ((1.26177193074810590878e-4 * square + 3.029944077074419613e-2) * square + 1);
  const q =
    ((3.00198505138664455042e-6 * square + 2.52448340349684104192e-3) * square + 2.27265548208155028766e-1) * square + 2;
  // Half of 2^n, because 2^1024 is no number although 0.9 times that is one
  return 2 * (1 + 2 * (p / (q - p))) * POWERS_OF_TWO[n - 1 + 1023];
}

function sigmoid(x) {
  return 1 / (1 + exp(-x));
}

function tanh(x) {
  const size = Math.abs(x);
  let y;
  if (size < 0.625) {
    const square = size * size;
    const p = (-9.64399179425052238628e-1 * square - 9.92877231001918586564e1) * square - 1.61468768441708447952e3;
    const q =
      ((square + 1.12811678491632931402e2) * square + 2.23548839060100448583e3) * square + 4.84406305325125486048e3;
    y = size + (size * square * p) / q;
  } else {
    y = 1 - 2 / (exp(2 * size) + 1);
  }
  return x < 0 || Object.is(x, -0) ? -y : y;
}

// ---- ln(1 + x), ln x, cos x: after Sun's fdlibm 5.3 (1993), which may be used, copied, changed and given away freely ------------

const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;

/** ln(1 + x) for x of 0 or more. */
function log1p(x) {
  const high = highHalf(x);
  if (high >= 0x7ff00000 || high < 0x3c900000) {
    return x;
  }
  if (high < 0x3e200000) {
    return x - x * x * 0.5;
  }
  if (high < 0x3fda827a) {
    const s = x / (2 + x);
    const half = 0.5 * x * x;
    return x - (half - s * (half + log1pSeries(s * s)));
  }
  return log1pOfLarge(x, high);
}

function log1pSeries(z) {
  const low = 2.222219843214978396e-1 + z * (1.818357216161805012e-1 + z * (1.531383769920937332e-1 + z * 1.479819860511658591e-1));
  return z * (6.66666666666673513e-1 + z * (3.999999999940941908e-1 + z * (2.857142874366239149e-1 + z * low)));
}

function log1pOfLarge(x, high) {
  const isExact = high < 0x43400000;
  const u = isExact ? 1 + x : x;
  let mantissa = highHalf(u);
  let k = (mantissa >> 20) - 1023;
  const lost = isExact ? (k > 0 ? 1 - (u - x) : x - (u - 1)) / u : 0;
  mantissa &= 0xfffff;
  let f;
  if (mantissa < 0x6a09e) {
    f = withHighHalf(u, mantissa | 0x3ff00000) - 1;
  } else {
    k++;
    f = withHighHalf(u, mantissa | 0x3fe00000) - 1;
    mantissa = (0x100000 - mantissa) >> 2;
  }
  const half = 0.5 * f * f;
  if (mantissa === 0) {
    if (f === 0) {
      return k * LN2_HIGH + (lost + k * LN2_LOW);
    }
    const r = half * (1 - 0.66666666666666666 * f);
    return k * LN2_HIGH - (r - (k * LN2_LOW + lost) - f);
  }
  const s = f / (2 + f);
  return k * LN2_HIGH - (half - (s * (half + log1pSeries(s * s)) + (k * LN2_LOW + lost)) - f);
}

/** ln(1 + e^x) without overflow. */
function softplus(x) {
  return Math.max(x, 0) + log1p(exp(-Math.abs(x)));
}

/** ln x for x above 0 that is not among the smallest of all numbers. */
function log(x) {
  let high = highHalf(x);
  let k = (high >> 20) - 1023;
  high &= 0xfffff;
  const carry = (high + 0x95f64) & 0x100000;
  k += carry >> 20;
  const f = withHighHalf(x, high | (carry ^ 0x3ff00000)) - 1;
  if ((0xfffff & (2 + high)) < 3) {
    if (f === 0) {
      return k === 0 ? 0 : k * LN2_HIGH + k * LN2_LOW;
    }
    const r = f * f * (0.5 - 0.33333333333333333 * f);
    return k === 0 ? f - r : k * LN2_HIGH - (r - k * LN2_LOW - f);
  }
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even = w * (3.999999999940941908e-1 + w * (2.222219843214978396e-1 + w * 1.531383769920937332e-1));
  const odd =
    z * (6.66666666666673513e-1 + w * (2.857142874366239149e-1 + w * (1.818357216161805012e-1 + w * 1.479819860511658591e-1)));
  const r = odd + even;
  if (((high - 0x6147a) | (0x6b851 - high)) > 0) {
    const half = 0.5 * f * f;
    return k === 0 ? f - (half - s * (half + r)) : k * LN2_HIGH - (half - (s * (half + r) + k * LN2_LOW) - f);
  }
  return k === 0 ? f - s * (f - r) : k * LN2_HIGH - (s * (f - r) - k * LN2_LOW - f);
}

/** cos x for x from 0 to 2 pi. */
function cos(x) {
  if (highHalf(x) <= 0x3fe921fb) {
    return cosOfSmall(x, 0);
  }
  const { quarter, rest, lost } = quarters(x);
  switch (quarter & 3) {
    case 0:
      return cosOfSmall(rest, lost);
    case 1:
      return -sinOfSmall(rest, lost);
    case 2:
      return -cosOfSmall(rest, lost);
    default:
      return sinOfSmall(rest, lost);
  }
}

const HALF_PI = [1.57079632673412561417, 6.07710050630396597660e-11, 2.02226624871116645580e-21];
const HALF_PI_LOW = [6.07710050650619224932e-11, 2.02226624879595063154e-21, 8.47842766036889956997e-32];
const HIGH_OF_HALF_PIS = [0x3ff921fb, 0x400921fb, 0x4012d97c, 0x401921fb];

/** x = quarter pi/2 + rest + lost, to more digits the closer x lies to a multiple of pi/2. */
function quarters(x) {
  const high = highHalf(x);
  const quarter = Math.floor(x * 6.36619772367581382433e-1 + 0.5);
  let r = x - quarter * HALF_PI[0];
  let w = quarter * HALF_PI_LOW[0];
  let rest = r - w;
  if (high === HIGH_OF_HALF_PIS[quarter - 1]) {
    const exponent = high >> 20;
    for (let part = 1; part < 3 && exponent - ((highHalf(rest) >> 20) & 0x7ff) > (part === 1 ? 16 : 49); part++) {
      const before = r;
      w = quarter * HALF_PI[part];
      r = before - w;
      w = quarter * HALF_PI_LOW[part] - (before - r - w);
      rest = r - w;
    }
  }
  return { quarter, rest, lost: r - rest - w };
}

function cosOfSmall(x, lost) {
  const high = highHalf(x) & 0x7fffffff;
  if (high < 0x3e400000) {
    return 1;
  }
  const z = x * x;
  const low = 2.48015872894767294178e-5 + z * (-2.75573143513906633035e-7 + z * (2.08757232129817482790e-9 + z * -1.13596475577881948265e-11));
  const r = z * (4.16666666666666019037e-2 + z * (-1.38888888888741095749e-3 + z * low));
  if (high < 0x3fd33333) {
    return 1 - (0.5 * z - (z * r - x * lost));
  }
  const quarter = high > 0x3fe90000 ? 0.28125 : onlyHighHalf(high - 0x200000);
  return 1 - quarter - (0.5 * z - quarter - (z * r - x * lost));
}

function sinOfSmall(x, lost) {
  if ((highHalf(x) & 0x7fffffff) < 0x3e400000) {
    return x;
  }
  const z = x * x;
  const v = z * x;
  const low = 2.75573137070700676789e-6 + z * (-2.50507602534068634195e-8 + z * 1.58969099521155010221e-10);
  const r = 8.33333333332248946124e-3 + z * (-1.98412698298579493134e-4 + z * low);
  return x - (z * (0.5 * lost - v * r) - lost - v * -1.66666666666666324348e-1);
}
