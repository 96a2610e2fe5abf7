// Customers drawn from the model's own process, MBG/NBD. Seeded: the same seed gives the same customers.

import type { DayCounts } from '../../worker/risk-model/cell-tally.ts'
import type { Params } from '../../worker/risk-model/mbg-nbd.ts'

/** Uniform numbers, at least 0 and below 1. */
export type Random = () => number

/** Mulberry32 (Tommy Ettinger, public domain). */
export function seededRandom(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** When one customer buys again, in weeks after the first purchase, as far as `weeks`; continuous time. */
export function simulatePurchases({ r, alpha, a, b }: Params, weeks: number, random: Random): number[] {
  const pace = gamma(r, random) / alpha
  const leaves = beta(a, b, random)
  const purchases: number[] = []
  for (let at = 0; random() >= leaves; ) {
    at += exponential(random) / pace
    if (!(at <= weeks)) break
    purchases.push(at)
  }
  return purchases
}

/** Customers who first bought 1 to 104 weeks ago, their days counted whole as a calendar does. */
export function simulateCustomers(params: Params, count: number, random: Random): DayCounts[] {
  return Array.from({ length: count }, () => {
    const days = 7 + Math.floor(random() * 722)
    const purchases = simulatePurchases(params, days / 7, random)
    return { x: purchases.length, lastDay: Math.round((purchases.at(-1) ?? 0) * 7), days }
  })
}

function exponential(random: Random): number {
  return -Math.log1p(-random())
}

function beta(a: number, b: number, random: Random): number {
  const one = gamma(a, random)
  return one / (one + gamma(b, random))
}

/** Gamma(shape, 1) by Marsaglia & Tsang 2000. */
function gamma(shape: number, random: Random): number {
  if (shape < 1) return gamma(shape + 1, random) * (1 - random()) ** (1 / shape)
  const d = shape - 1 / 3
  for (;;) {
    const z = normal(random)
    const v = (1 + z / Math.sqrt(9 * d)) ** 3
    if (v > 0 && Math.log1p(-random()) < z ** 2 / 2 + d - d * v + d * Math.log(v)) return d * v
  }
}

/** Box & Muller 1958. */
function normal(random: Random): number {
  return Math.sqrt(2 * exponential(random)) * Math.cos(2 * Math.PI * random())
}
