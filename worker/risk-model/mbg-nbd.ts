// The MBG/NBD model of buying: people buy at a pace of their own while they are customers, and after each
// purchase, the first included, leave with a chance of their own. Times in weeks; no risk or score yet.

import { probabilityOf } from './log-odds.ts'

export { type FitOptions, type FitResult, fit } from './fit.ts'
export { logLikelihood } from './likelihood.ts'

/** Paces a week vary as Gamma(r, alpha), chances of leaving as Beta(a, b); all four above 0. */
export interface Params {
  r: number
  alpha: number
  a: number
  b: number
}

/** x repeat purchases, the last one `tx` after the first, observed until `T` after the first. */
export interface Recency {
  x: number
  tx: number
  T: number
}

/** n customers of the same recency. */
export interface Cell extends Recency {
  n: number
}

/** P(alive): still a customer at T. Not a risk: it knows nothing of how rarely some customers buy. */
export function aliveProbability(params: Params, recency: Recency): number {
  return probabilityOf(-logOddsOfLeft(params, recency))
}

/** B: someone who stays a customer buys within `h` after T. */
export function purchaseAtOwnPaceProbability(params: Params, recency: Recency, h: number): number {
  return -Math.expm1(logOfSilence(params, recency, h))
}

/** P0 = 1 - P(alive) B: no purchase within `h` after T. */
export function noPurchaseProbability(params: Params, recency: Recency, h: number): number {
  const left = logOddsOfLeft(params, recency)
  // Has left, or stays and is silent: the sum keeps the digits that 1 - P(alive) B loses near 0.
  const stayedSilent = probabilityOf(-left) * Math.exp(logOfSilence(params, recency, h))
  return Math.min(1, probabilityOf(left) + stayedSilent)
}

/**
 * E[Y]: purchases expected within `t` after T. Published as
 *
 *     P(alive) (a+b+x)/(a-1) [1 - (1-z)^(r+x) 2F1(r+x, b+x+1; a+b+x; z)],  z = t/(alpha+T+t)
 *
 * Euler's transformation (DLMF 15.8.1) makes it (1-z)^(a-1) 2F1(a+b-r, a-1; a+b+x; z) inside, which sums
 * faster and lets a-1 be divided out term by term, so that a = 1 is no pole.
 */
export function expectedPurchases(params: Params, recency: Recency, t: number): number {
  const { r, alpha, a, b } = params
  const { x, T } = recency
  const horizon = t / (alpha + T)
  const power = -(a - 1) * Math.log1p(horizon)
  const leading = a === 1 ? -Math.log1p(horizon) : Math.expm1(power) / (a - 1)
  const rest = scaledTail(a + b - r, a, a + b + x, horizon / (1 + horizon), power)
  return Math.max(0, -aliveProbability(params, recency) * (a + b + x) * (leading + rest))
}

/**
 * P(Y >= 1), P(Y >= 2), ... for the purchases Y within `t` after T, without end; their sum is E[Y]. Someone still a
 * customer at T has a pace of Gamma(r+x, alpha+T) and a chance of leaving of Beta(a, b+x+1), independent of each
 * other: n purchases take a pace that reaches n within t and n-1 chances of leaving not taken.
 */
export function* atLeastPurchases(params: Params, recency: Recency, t: number): Generator<number> {
  const { r, alpha, a, b } = params
  const { x, T } = recency
  const horizon = t / (alpha + T)
  const logRatio = Math.log(horizon) - Math.log1p(horizon)
  let stayed = aliveProbability(params, recency)
  // A pace that would reach exactly n: negative binomial, as logs since the first of them may be below any double.
  let logExactly = logOfSilence(params, recency, t)
  let fewer = 0
  for (let n = 0; ; n++) {
    fewer += Math.exp(logExactly)
    yield stayed * Math.max(0, 1 - fewer)
    stayed *= (b + x + 1 + n) / (a + b + x + 1 + n)
    logExactly += Math.log((r + x + n) / (n + 1)) + logRatio
  }
}

/** The fewest purchases within `t` after T that are exceeded with a probability of at most 1 - `q`, 0 < q < 1. */
export function purchasesQuantile(params: Params, recency: Recency, t: number, q: number): number {
  let purchases = 0
  for (const probability of atLeastPurchases(params, recency, t)) {
    if (probability <= 1 - q || purchases === mostTerms) break
    purchases += 1
  }
  return purchases
}

/** The log-odds of having left by T, which can only happen right after a purchase. */
function logOddsOfLeft({ r, alpha, a, b }: Params, { x, tx, T }: Recency): number {
  return Math.log(a / (b + x)) + (r + x) * Math.log1p((T - tx) / (alpha + tx))
}

/** The log of the probability that someone who stays a customer buys nothing within `h` after T. */
function logOfSilence({ r, alpha }: Params, { x, T }: Recency, h: number): number {
  return -(r + x) * Math.log1p(h / (alpha + T))
}

/** A few milliseconds; reached only where t is more than 10,000 times alpha + T. */
const mostTerms = 1_000_000
/** What is left out is then below the last digit of the sum. */
const smallestShare = 2 ** -54
const largestSum = 1e200

/**
 * e^power (2F1(p, q-1; s; z) - 1) / (q-1), for q > 0 and s > 0: the sum over k >= 1 of (p)_k (q)_(k-1) z^k /
 * ((s)_k k!). The power is worked in before the sum can overflow; nearly exact for z up to .9999, a little
 * short beyond.
 */
function scaledTail(p: number, q: number, s: number, z: number, power: number): number {
  let pending = power
  let term = (p / s) * z
  let sum = 0
  for (let k = 1; k < mostTerms; k++) {
    sum += term
    const ratio = (((p + k) / (s + k)) * (q + k - 1) * z) / (k + 1)
    const left = Math.abs(term) / (1 - Math.max(z, Math.abs(ratio)))
    if (left >= 0 && left <= smallestShare * Math.abs(sum)) break
    term *= ratio
    if (Math.abs(sum) > largestSum) {
      term /= largestSum
      sum /= largestSum
      pending += Math.log(largestSum)
    }
  }
  return sum * Math.exp(pending)
}
