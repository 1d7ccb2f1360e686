"use strict";
// Random numbers: Java's SplittableRandom (Steele, Lea and Flood 2014), so that the same seed draws the same as in the program.

// A whole number of 64 bits is [its upper 32 bits, its lower 32 bits], each from 0 on.

const GOLDEN_GAMMA = [0x9e3779b9, 0x7f4a7c15];
const HALF = 2 ** 32;

const whole64 = (x) => [Math.floor(x / HALF), x % HALF];
const xor64 = (x, y) => [(x[0] ^ y[0]) >>> 0, (x[1] ^ y[1]) >>> 0];

/** Moved to the right by 1 to 63 bits. */
function right64(x, bits) {
  return bits < 32
    ? [x[0] >>> bits, ((x[1] >>> bits) | (x[0] << (32 - bits))) >>> 0]
    : [0, x[0] >>> (bits - 32)];
}

function plus64(x, y) {
  const low = x[1] + y[1];
  return [(x[0] + y[0] + (low >= HALF ? 1 : 0)) >>> 0, low >>> 0];
}

/** The lower 64 bits of a product, from parts of 16 bits. */
function times64(x, y) {
  const part = (z, n) => (n % 2 === 0 ? z[n < 2 ? 1 : 0] & 0xffff : z[n < 2 ? 1 : 0] >>> 16);
  const parts = [];
  let carried = 0;
  for (let n = 0; n < 4; n++) {
    for (let m = 0; m <= n; m++) {
      carried += part(x, m) * part(y, n - m);
    }
    parts.push(carried % 65536);
    carried = Math.floor(carried / 65536);
  }
  return [parts[3] * 65536 + parts[2], parts[1] * 65536 + parts[0]];
}

function mixed(seed, shifts, one, two) {
  let z = times64(xor64(seed, right64(seed, shifts[0])), one);
  z = times64(xor64(z, right64(z, shifts[1])), two);
  return xor64(z, right64(z, shifts[2]));
}

/** An odd number that has enough changes from 0 to 1 among its bits. */
function mixedGamma(seed) {
  const z = mixed(seed, [33, 33, 33], [0xff51afd7, 0xed558ccd], [0xc4ceb9fe, 0x1a85ec53]);
  z[1] = (z[1] | 1) >>> 0;
  const changes = xor64(z, right64(z, 1)).map((half) => half.toString(2).replace(/0/g, "").length);
  return changes[0] + changes[1] < 24 ? xor64(z, [0xaaaaaaaa, 0xaaaaaaaa]) : z;
}

/** A source of random numbers; seed and gamma have 64 bits. */
function splittableRandom(seed, gamma) {
  let state = seed;
  const nextSeed = () => (state = plus64(state, gamma || GOLDEN_GAMMA));
  const nextLong = () => mixed(nextSeed(), [30, 27, 31], [0xbf58476d, 0x1ce4e5b9], [0x94d049bb, 0x133111eb]);
  return {
    /** Another source, which has nothing to do with this one. */
    split() {
      const seedOfOther = nextLong();
      return splittableRandom(seedOfOther, mixedGamma(nextSeed()));
    },
    /** From 0 on, below 1. */
    nextDouble() {
      const bits = nextLong();
      return (bits[0] * 2 ** 21 + (bits[1] >>> 11)) * 2 ** -53;
    },
  };
}
