// Probabilities as log-odds and back: where independent facts add up.

/** The log-odds of a probability; at 0 and 1 infinite. */
export function logOddsOf(probability: number): number {
  return Math.log(probability) - Math.log1p(-probability)
}

export function probabilityOf(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds))
}
