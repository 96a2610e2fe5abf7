// Probabilities as log-odds and back: where independent facts add up.

/** One chance in 10,000: what lies beyond makes no difference to anyone. */
export const mostLogOdds = 9.2

/** The log-odds of a probability; at 0 and 1 infinite. */
export function logOddsOf(probability: number): number {
  return Math.log(probability) - Math.log1p(-probability)
}

export function probabilityOf(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds))
}

/** The log-odds of a probability that rounding may have pushed past 0 or 1, kept finite: within +-9.2. */
export function finiteLogOddsOf(probability: number): number {
  return clampLogOdds(logOddsOf(Math.min(1, Math.max(0, probability))))
}

export function clampLogOdds(logOdds: number): number {
  return Math.min(mostLogOdds, Math.max(-mostLogOdds, logOdds))
}
