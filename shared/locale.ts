// The languages Holdfast speaks, in the extension and in what the Worker words.

export const locales = ['en', 'ru', 'lt'] as const
export type Locale = (typeof locales)[number]

/** The first language of a list like `navigator.languages` that Holdfast speaks, else English. */
export function pickLocale(wanted: readonly string[]): Locale {
  for (const tag of wanted) {
    const found = locales.find(locale => tag.toLowerCase().split('-')[0] === locale)
    if (found) return found
  }
  return 'en'
}

/** The forms of a counted word by plural category, `{one: '# day', other: '# days'}`; `#` stands for the number. */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

const pluralRules = new Map<Locale, Intl.PluralRules>()
const numberFormats = new Map<Locale, Intl.NumberFormat>()

/** `count(en, {one: '# day', other: '# days'}, 3)` -> `3 days`, by the language's own plural rules. */
export function count(locale: Locale, forms: Plural, n: number): string {
  const rules = pluralRules.get(locale) ?? new Intl.PluralRules(locale)
  pluralRules.set(locale, rules)
  return (forms[rules.select(n)] ?? forms.other).replace('#', formatNumber(locale, n))
}

/** A number as the language writes it, with one decimal at most. */
export function formatNumber(locale: Locale, n: number): string {
  const format = numberFormats.get(locale) ?? new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  numberFormats.set(locale, format)
  return format.format(n)
}
