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
const numberFormats = new Map<string, Intl.NumberFormat>()

/** `count(en, {one: '# day', other: '# days'}, 3)` -> `3 days`, by the language's own plural rules. */
export function count(locale: Locale, forms: Plural, n: number): string {
  const rules = pluralRules.get(locale) ?? new Intl.PluralRules(locale)
  pluralRules.set(locale, rules)
  return (forms[rules.select(n)] ?? forms.other).replace('#', formatNumber(locale, n))
}

/** A number as the language writes it, with so many decimals at most. */
export function formatNumber(locale: Locale, n: number, mostDecimals = 1): string {
  const key = `${locale} ${mostDecimals}`
  const format =
    numberFormats.get(key) ?? new Intl.NumberFormat(locale, { maximumFractionDigits: mostDecimals })
  numberFormats.set(key, format)
  return format.format(n)
}

const dayMs = 86_400_000
/** English dates in the order most of the world writes them. */
const dateTags: Record<Locale, string> = { en: 'en-GB', ru: 'ru', lt: 'lt' }
/** Lithuanian has no short months: its short form would be the digits `11-04`. */
const monthStyles = { en: 'short', ru: 'short', lt: 'long' } as const
const dayFormats = new Map<string, Intl.DateTimeFormat>()

/** A local day number in words, `4 Nov`; with its year where `today` is in another year. */
export function formatDay(locale: Locale, day: number, today: number): string {
  const withYear = yearOf(day) !== yearOf(today)
  const key = `${locale} ${withYear}`
  const format =
    dayFormats.get(key) ??
    new Intl.DateTimeFormat(dateTags[locale], {
      timeZone: 'UTC',
      day: 'numeric',
      month: monthStyles[locale],
      ...(withYear && { year: 'numeric' }),
    })
  dayFormats.set(key, format)
  return format.format(day * dayMs)
}

function yearOf(day: number): string {
  const format = dayFormats.get('year') ?? new Intl.DateTimeFormat('en', { timeZone: 'UTC', year: 'numeric' })
  dayFormats.set('year', format)
  return format.format(day * dayMs)
}

const agoFormats = new Map<Locale, Intl.RelativeTimeFormat>()
const agoUnits = [
  { unit: 'day', ms: dayMs },
  { unit: 'hour', ms: 3_600_000 },
  { unit: 'minute', ms: 60_000 },
] as const

/** How long ago something was, in its largest whole unit: `3 hr ago`; `now` under a minute. */
export function formatAgo(locale: Locale, elapsedMs: number): string {
  const format =
    agoFormats.get(locale) ??
    new Intl.RelativeTimeFormat(dateTags[locale], { style: 'short', numeric: 'auto' })
  agoFormats.set(locale, format)
  const { unit, ms } = agoUnits.find(({ ms }) => elapsedMs >= ms) ?? { unit: 'second', ms: Infinity }
  return format.format(-Math.floor(elapsedMs / ms), unit)
}

const momentFormats = new Map<string, Intl.DateTimeFormat>()

/** A moment (epoch milliseconds) with its time of day in a time zone, `23 Nov, 14:05`. */
export function formatMoment(locale: Locale, at: number, timeZone: string): string {
  const key = `${locale} ${timeZone}`
  const format =
    momentFormats.get(key) ??
    new Intl.DateTimeFormat(dateTags[locale], {
      timeZone,
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
    })
  momentFormats.set(key, format)
  return format.format(at)
}

/** A phrase as a sentence begins: its first letter large, by the language's own rules. */
export function asSentence(locale: Locale, phrase: string): string {
  const [first = ''] = phrase
  return first.toLocaleUpperCase(locale) + phrase.slice(first.length)
}

/** Text of the outside inside a sentence of ours: its direction stays its own (Unicode isolates). */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`
}
