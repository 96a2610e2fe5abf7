// When and for how much a made-up customer buys: the MBG/NBD process, and lognormal amounts.

import { dayMs, daysPerWeek } from '../../shared/time.ts'
import type { Bought } from './life.ts'
import type { Random } from './random.ts'

const weekMs = daysPerWeek * dayMs

/**
 * What the shop's customers are like, times in weeks: purchase rate ~ Gamma(r, alpha), chance of leaving after each
 * purchase, the first included, ~ Beta(a, b) (Batislam, Denizel and Filiztekin 2007). On average one purchase in
 * seven weeks; most leave late or never, some at once.
 */
export const shopParams = { r: 2.2, alpha: 15.4, a: 0.45, b: 3.6 } as const

const products = [
  'Business cards',
  'Poster A2',
  'Brochure, 16 pages',
  'Shop window lettering',
  'Calendar',
  'Labels on a roll',
  'Fair stand, roll-up',
  'Envelopes C5',
  'Packaging sleeves',
] as const

/**
 * The moments one customer buys, oldest first.
 * @param from the first purchase, epoch milliseconds
 * @param until no purchase after this
 */
export function drawPurchaseTimes(random: Random, from: number, until: number): number[] {
  const rate = random.gamma(shopParams.r, shopParams.alpha)
  const leaving = random.beta(shopParams.a, shopParams.b)
  const times: number[] = []
  for (let at = from; at <= until; at += random.exponential(rate) * weekMs) {
    times.push(Math.floor(at))
    if (random.chance(leaving)) break
  }
  return times
}

/** What was paid at these moments; now and then a part is paid back a few days later. */
export function drawPurchases(random: Random, times: readonly number[], until: number): Bought[] {
  const usual = random.lognormal(24_000, 0.9)
  return times.flatMap(at => {
    const amountMinor = Math.max(500, Math.round(random.lognormal(usual, 0.35)))
    const bought: Bought = { at, amountMinor, product: random.pick(products) }
    const backAt = at + random.integer(2, 10) * dayMs
    const isRefunded = random.chance(0.004) && backAt <= until
    return isRefunded ? [bought, { at: backAt, amountMinor: -Math.round(amountMinor / 2) }] : [bought]
  })
}
