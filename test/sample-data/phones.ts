// Telephone numbers in E.164 for made-up people. Where a country keeps numbers for film and print, they are taken
// from those, so that a click on a sample number calls nobody.

const numberings = {
  /** Lithuania keeps none: ten thousand of a mobile block. */
  LT: { starts: ['+3706000'], digits: 4 },
  /** Bundesnetzagentur, numbers for film productions: Berlin (030) 23125-000 to -999. */
  DE: { starts: ['+493023125'], digits: 3 },
  /** Arcep, numbers for audiovisual works: 06 39 98 00 00 to 06 39 98 99 99. */
  FR: { starts: ['+3363998'], digits: 4 },
  /** North American Numbering Plan: 555-0100 to 555-0199 in every area, here of five cities. */
  US: { starts: ['+121255501', '+130355501', '+141555501', '+150355501', '+161755501'], digits: 2 },
} as const

export type PhoneCountry = keyof typeof numberings

/** The number at `ordinal` (from 0) of a country's made-up ones; after the last they begin again. */
export function madeUpPhone(country: PhoneCountry, ordinal: number): string {
  const { starts, digits } = numberings[country]
  const perStart = 10 ** digits
  const start = starts[Math.floor(ordinal / perStart) % starts.length] ?? starts[0]
  return start + String(ordinal % perStart).padStart(digits, '0')
}
