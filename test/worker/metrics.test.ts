// Every metric on every kind of history: what all of them owe to the panel.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { locales } from '../../shared/locale.ts'
import { defaultSettings } from '../../shared/settings.ts'
import { fact, snapshot } from '../../shared/snapshot.ts'
import { metrics } from '../../worker/metrics/index.ts'
import type { Fit, History, Irritant, Moment, Response } from '../../worker/metrics/metric.ts'
import { purchaseDaysOf } from '../../worker/purchase-days.ts'
import { rhythmOf } from '../../worker/rhythm.ts'
import { takeBadge, takeSnapshot } from '../../worker/take-snapshot.ts'

const today = 20_780
const dayMs = 86_400_000

const fit: Fit = {
  asOfDay: today,
  params: { r: 0.525, alpha: 6.183, a: 0.891, b: 1.614 },
  customers: 2357,
  repeatPurchases: 2457,
  typicalIntervalDays: 35.5,
  meanAlive: 0.7,
  meanPace: 0.6,
}

const moment = (changes: Partial<Moment> = {}): Moment => ({
  at: today * dayMs + dayMs / 2,
  today,
  timeZone: 'UTC',
  locale: 'en',
  settings: defaultSettings,
  fit,
  ...changes,
})

const history = (days: readonly number[], more: Partial<History> = {}): History => {
  const bought = purchaseDaysOf(days)
  return { rhythm: bought && rhythmOf(bought), responses: [], irritants: [], ...more }
}

const histories: [string, History][] = [
  ['no purchases', history([])],
  ['one purchase', history([today - 10])],
  ['one purchase today', history([today])],
  ['purchases on one day', history([today - 3, today - 3])],
  ['two purchases', history([today - 40, today - 10])],
  ['10,000 purchases', history(Array.from({ length: 10_000 }, (_, index) => today - index))],
  ['a silence of decades', history([today - 20_000, today - 19_990, today - 19_980])],
]

const subject = (of: History) => ({
  customer: { id: 'c', name: 'Rūta', company: null },
  owner: null,
  history: of,
})
const match = { by: 'email' as const, evidence: 'ruta@baltic.lt', others: [] }

describe.each(metrics.map(metric => [metric.id, metric] as const))('%s', (_, metric) => {
  it.each(histories)('says something that can be shown, in every language, about %s', (_, of) => {
    for (const locale of locales) {
      for (const usedFit of [fit, null]) {
        const said = metric.fact(of, moment({ locale, fit: usedFit }))
        if (!said) continue
        expect(z.parse(fact, said)).toEqual(said)
        for (const text of [said.label, said.text, said.meaning]) {
          expect(text).toMatch(/\S/)
          expect(text).not.toMatch(/NaN|Infinity|undefined|null|#/)
        }
      }
    }
  })

  it('says the same about the same', () => {
    const [, of] = histories[4] ?? ['', history([])]
    expect(metric.fact(of, moment())).toEqual(metric.fact(of, moment()))
  })
})

const anyHistory = fc.record({
  days: fc.array(fc.integer({ min: today - 3000, max: today }), { maxLength: 40 }),
  scores: fc.array(
    fc.record({
      score: fc.integer({ min: 0, max: 10 }),
      ago: fc.integer({ min: 0, max: 900 }),
      isAnswered: fc.boolean(),
    }),
    { maxLength: 5 },
  ),
  irritants: fc.array(
    fc.record({
      category: fc.constantFrom('small-mistakes', 'slow-answers', 'our own'),
      ago: fc.integer({ min: 0, max: 900 }),
      isSolved: fc.boolean(),
    }),
    { maxLength: 8 },
  ),
})

type Drawn = typeof anyHistory extends fc.Arbitrary<infer One> ? One : never

function historyOf({ days, scores, irritants }: Drawn): History {
  const at = (ago: number) => (today - ago) * dayMs
  const responses: Response[] = scores.map(({ score, ago, isAnswered }, index) => ({
    id: String(index),
    at: at(ago),
    score,
    comment: null,
    touchpoint: null,
    followedUpAt: isAnswered ? at(ago) + dayMs : null,
  }))
  const logged: Irritant[] = irritants.map(({ category, ago, isSolved }, index) => ({
    id: String(index),
    at: at(ago),
    category,
    note: null,
    solvedAt: isSolved ? at(ago) + dayMs : null,
  }))
  const oldestFirst = (one: { at: number }, other: { at: number }) => one.at - other.at
  return history(days, { responses: responses.sort(oldestFirst), irritants: logged.sort(oldestFirst) })
}

describe('a snapshot', () => {
  it('of any history has the shape of the contract, reasons that add up, and a verdict of at most ten words', () => {
    fc.assert(
      fc.property(anyHistory, fc.constantFrom(...locales), fc.boolean(), (drawn, locale, hasFit) => {
        const now = moment({ locale, fit: hasFit ? fit : null })
        const taken = takeSnapshot(subject(historyOf(drawn)), match, now, 1)
        expect(z.parse(snapshot, taken)).toEqual(taken)
        const { score, start, reasons } = taken.risk
        if (typeof score === 'number' && typeof start === 'number') {
          expect(reasons.reduce((sum, { points }) => sum + points, start)).toBe(score)
          expect(score).toBeGreaterThanOrEqual(1)
          expect(score).toBeLessThanOrEqual(99)
        }
        expect(taken.verdict.text.split(/\s+/).length).toBeLessThanOrEqual(10)
        expect(JSON.stringify(taken)).not.toMatch(/NaN|Infinity|undefined/)
      }),
      { numRuns: 400 },
    )
  })

  it('and the badge of the same customer never disagree', () => {
    fc.assert(
      fc.property(anyHistory, drawn => {
        const of = subject(historyOf(drawn))
        const panel = takeSnapshot(of, match, moment(), 1)
        const badge = takeBadge(of, moment())
        expect(badge.risk.score).toEqual(panel.risk.score)
        expect(badge.status.id).toBe(panel.status.id)
        expect(badge.verdict).toEqual(panel.verdict)
      }),
    )
  })
})
