// Currencies by ISO 4217: how many decimals their smallest unit has, and which one a mark in a text names.

/** Those without the usual two decimals. */
const decimals = new Map([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'
    .split(' ')
    .map(code => [code, 0] as const),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map(code => [code, 3] as const),
  ['CLF', 4],
  ['UYW', 4],
])

/** Marks that name one currency alone; `$`, `¥` and `kr` name several. Accents and final dots are left out. */
const marks = new Map([
  ['€', 'EUR'],
  ['euro', 'EUR'],
  ['euros', 'EUR'],
  ['eurai', 'EUR'],
  ['euru', 'EUR'],
  ['евро', 'EUR'],
  ['£', 'GBP'],
  ['₽', 'RUB'],
  ['руб', 'RUB'],
  ['рубль', 'RUB'],
  ['рублеи', 'RUB'],
  ['р', 'RUB'],
  ['zł', 'PLN'],
  ['kc', 'CZK'],
  ['₴', 'UAH'],
  ['грн', 'UAH'],
  ['₸', 'KZT'],
  ['тг', 'KZT'],
  ['₺', 'TRY'],
  ['₹', 'INR'],
  ['₩', 'KRW'],
  ['₪', 'ILS'],
  ['us$', 'USD'],
])
const sharedMarks = new Set(['$', '¥', 'kr'])
/** Platforms leave out units of account like CLF. */
const known = new Set([...Intl.supportedValuesOf('currency'), ...decimals.keys()])

/** How many decimals an amount in this currency has: 2 for EUR, 0 for JPY, 3 for KWD. */
export function decimalsOf(currency: string): number {
  return decimals.get(currency) ?? 2
}

/**
 * The currency a text names: `EUR`, `eur`, `€`, `zł`, `руб.`.
 * @returns null where it names none, and where a mark names several (`$`).
 */
export function currencyOf(text: string): string | null {
  const mark = plain(text)
  const code = mark.toUpperCase()
  if (/^[A-Z]{3}$/.test(code) && known.has(code)) return code
  return marks.get(mark) ?? null
}

/** Is this a currency's mark, of one or of several? */
export function isCurrencyMark(text: string): boolean {
  return sharedMarks.has(plain(text)) || currencyOf(text) !== null
}

function plain(text: string): string {
  return text.trim().normalize('NFKD').replace(/\p{M}/gu, '').replace(/\.$/, '').toLowerCase()
}
