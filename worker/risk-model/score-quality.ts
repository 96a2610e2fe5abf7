// How well probabilities of not coming back were borne out by what happened. Pure; whose they are and over which
// window is the caller's business.

import { finiteLogOddsOf } from './log-odds.ts'

/** What was said of one customer, and what became of them: gone is no purchase within the horizon. */
export interface Outcome {
  probability: number
  isGone: boolean
}

/** What was said and what happened, of so many customers; both null where there are none. */
export interface Calibration {
  predicted: number | null
  actual: number | null
  count: number
}

const calibrationGroups = 10

/**
 * The probability that of one who left and one who came back the first had the higher score, a tie counting
 * half: the area under the ROC curve. Any score will do, probability or not; NaN is none. Null where nobody
 * left or nobody came back.
 */
export function areaUnderCurve<Case extends { isGone: boolean }>(
  cases: readonly Case[],
  scoreOf: (one: Case) => number,
): number | null {
  let wins = 0
  let gone = 0
  let stayed = 0
  for (const tie of tiesOf(cases, scoreOf)) {
    const tiedStayed = tie.count - tie.gone
    wins += tie.gone * (stayed + tiedStayed / 2)
    gone += tie.gone
    stayed += tiedStayed
  }
  return gone === 0 || stayed === 0 ? null : wins / (gone * stayed)
}

/** Mean squared distance of the probabilities from what happened (Brier 1950): 0 best, 1 worst. Null of none. */
export function brierScore(outcomes: readonly Outcome[]): number | null {
  return meanOf(outcomes, ({ probability, isGone }) => (probability - (isGone ? 1 : 0)) ** 2)
}

/** Mean of -ln of the probability given to what happened, at most about 9.2 for one customer. Null of none. */
export function logLoss(outcomes: readonly Outcome[]): number | null {
  return meanOf(outcomes, ({ probability, isGone }) => surprise(finiteLogOddsOf(probability), isGone))
}

/** -ln of the probability that these log-odds give to what happened. */
export function surprise(logOdds: number, isGone: boolean): number {
  const against = isGone ? -logOdds : logOdds
  return Math.max(against, 0) + Math.log1p(Math.exp(-Math.abs(against)))
}

/**
 * Mean |predicted - actual| over ten groups of equal count, in the order of the probabilities. Customers of
 * equal probability share what became of them, so the order they come in makes no difference. Null of none.
 */
export function calibrationError(outcomes: readonly Outcome[]): number | null {
  const ascending = tiesOf(outcomes, ({ probability }) => probability).flatMap(({ score, count, gone }) =>
    Array<Shared>(count).fill({ predicted: score, actual: gone / count }),
  )
  const edge = (group: number) => Math.floor((group * ascending.length) / calibrationGroups)
  const groups = Array.from({ length: calibrationGroups }, (_, group) =>
    ascending.slice(edge(group), edge(group + 1)),
  ).filter(({ length }) => length > 0)
  return meanOf(groups, group => {
    const apart = group.reduce((sum, { predicted, actual }) => sum + predicted - actual, 0)
    return Math.abs(apart) / group.length
  })
}

/** One customer's prediction, and the share gone of all with the same one. */
interface Shared {
  predicted: number
  actual: number
}

/**
 * What was said and what happened between edges, ascending: below the first, from the first on, ... from the
 * last on. A probability equal to an edge is past it.
 */
export function calibrationByBand(outcomes: readonly Outcome[], edges: readonly number[]): Calibration[] {
  const bands = Array.from({ length: edges.length + 1 }, (): Outcome[] => [])
  for (const outcome of outcomes) {
    bands[edges.filter(edge => outcome.probability >= edge).length]?.push(outcome)
  }
  return bands.map(inBand => ({
    predicted: meanOf(inBand, ({ probability }) => probability),
    actual: meanOf(inBand, ({ isGone }) => (isGone ? 1 : 0)),
    count: inBand.length,
  }))
}

/** So many customers of one score, and how many of them are gone. */
interface Tie {
  score: number
  count: number
  gone: number
}

/** Lowest score first. */
function tiesOf<Case extends { isGone: boolean }>(
  cases: readonly Case[],
  scoreOf: (one: Case) => number,
): Tie[] {
  const ties = new Map<number, Tie>()
  for (const one of cases) {
    const score = scoreOf(one)
    const tie = ties.get(score) ?? { score, count: 0, gone: 0 }
    ties.set(score, tie)
    tie.count += 1
    if (one.isGone) tie.gone += 1
  }
  return [...ties.values()].sort((one, other) => one.score - other.score)
}

function meanOf<Item>(items: readonly Item[], measure: (item: Item) => number): number | null {
  return items.length === 0 ? null : items.reduce((sum, item) => sum + measure(item), 0) / items.length
}
