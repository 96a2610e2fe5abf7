// The logarithm of the gamma function of a positive number; below 0 it has no answer.

const halfLogTwoPi = 0.5 * Math.log(2 * Math.PI)
/** From here on the series below is exact to the last digits of a double. */
const leastForSeries = 10
/** B(2k) / (2k (2k - 1)) for k = 1 ... 7. */
const series = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156]

/**
 * ln G(x) for x > 0, within a few units of the last place. Stirling's series (Abramowitz & Stegun 6.1.40)
 * after stepping up by G(x + 1) = x G(x).
 */
export function logGamma(x: number): number {
  let shifted = x
  let product = 1
  while (shifted < leastForSeries) {
    product *= shifted
    shifted += 1
  }
  const tail = correction(1 / shifted)
  return (shifted - 0.5) * Math.log(shifted) - shifted + halfLogTwoPi + tail - Math.log(product)
}

function correction(inverse: number): number {
  const square = inverse * inverse
  return inverse * series.reduceRight((sum, coefficient) => sum * square + coefficient, 0)
}
