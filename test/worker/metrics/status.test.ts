import { describe, expect, it } from 'vitest'
import { type Locale, locales } from '../../../shared/locale.ts'
import { defaultSettings, presetMultiples, type Settings } from '../../../shared/settings.ts'
import { status, statusOf } from '../../../worker/metrics/status.ts'
import { departure, pause, winBack } from './facts.ts'
import { cdnowFit, historyOf, momentOf, type Stated } from './history.ts'

const monthly = ['2026-01-01', '2026-01-31', '2026-03-02']

const statusOn = (when: string, stated: Stated, locale: Locale = 'en') =>
  statusOf(historyOf(stated), momentOf(when, { locale }))

function withRule(rule: Partial<Settings['rule']>): Settings {
  return { ...defaultSettings, rule: { ...defaultSettings.rule, ...rule } }
}

const meaningUnder = (settings: Settings, fit = cdnowFit, locale: Locale = 'en') =>
  status.fact(historyOf({}), momentOf('2026-03-02', { settings, fit, locale }))?.meaning

describe('status', () => {
  it('is late and lost on the very day that a threshold is reached', () => {
    // The own interval is 30 days: late after 45, lost after 90.
    const ids = ['2026-04-15', '2026-04-16', '2026-05-30', '2026-05-31'].map(
      when => statusOn(when, { bought: monthly }).id,
    )
    expect(ids).toEqual(['active', 'late', 'late', 'lost'])
  })

  it('tells the days of both thresholds beforehand', () => {
    expect(statusOn('2026-03-10', { bought: monthly })).toMatchObject({
      id: 'active',
      since: '2026-03-02',
      lateAt: '2026-04-16',
      lostAt: '2026-05-31',
      text: 'on time',
    })
  })

  it('of one purchase has a day of being lost and never one of slipping', () => {
    expect(statusOn('2026-01-05', { bought: ['2026-01-01'] })).toMatchObject({
      id: 'new',
      since: '2026-01-01',
      lateAt: { unknown: 'bought once: never called slipping' },
      lostAt: '2026-09-28',
    })
    expect(statusOn('2026-04-01', { bought: ['2026-01-01'] })).toMatchObject({
      id: 'once',
      since: '2026-04-01',
      text: 'bought once, 90 days ago',
    })
  })

  it('has neither day before the first purchase', () => {
    const unknown = { unknown: 'no purchase yet' }
    expect(statusOn('2026-03-10', {})).toMatchObject({
      id: 'prospect',
      since: unknown,
      lateAt: unknown,
      lostAt: unknown,
    })
  })

  it('has neither day in a pause without an end, and says why', () => {
    const { lateAt, lostAt } = statusOn('2026-03-20', {
      bought: monthly,
      pauses: [pause('2026-03-10', null)],
    })
    expect([lateAt, lostAt]).toEqual(Array(2).fill({ unknown: 'paused, and nobody knows until when' }))
  })

  it('has neither day where the model foresees none, and says why', () => {
    const settings = withRule({ preset: 'model', provisional: false })
    const fits = [
      {
        fromDay: null,
        adoptedDay: 0,
        asOfDay: 0,
        params: { r: 0.748, alpha: 8.747, a: 0.0061, b: 1.099 },
        typicalIntervalDays: 60,
        customers: 3000,
        repeatPurchases: 9000,
      },
    ]
    // Every five years, from a workspace whose customers hardly ever leave.
    const bought = ['2011-01-01', '2016-01-01', '2021-01-01']
    const { lateAt, lostAt } = statusOn('2026-03-20', { bought, settings, fits })
    expect([lateAt, lostAt]).toEqual([
      { unknown: 'not within 20 years under this rule' },
      { unknown: 'not within 20 years under this rule' },
    ])
  })

  it('moves both days by a pause with an end', () => {
    const paused = statusOn('2026-03-20', { bought: monthly, pauses: [pause('2026-03-10', '2026-03-19')] })
    expect([paused.lateAt, paused.lostAt]).toEqual(['2026-04-26', '2026-06-10'])
  })

  it('of a departure is on its day, whatever the silence', () => {
    const left = { bought: monthly, departures: [departure('2026-03-20')] }
    expect(statusOn('2026-03-19', left).id).toBe('active')
    expect(statusOn('2026-03-20', left)).toMatchObject({
      id: 'departed',
      since: '2026-03-20',
      text: 'left on 20 Mar, told us',
      tone: 'bad',
    })
  })

  it('tells those who came back by themselves from those who were won back or had left', () => {
    const bought = [...monthly, '2026-10-01']
    const texts = [
      {},
      { winBacks: [winBack('2026-09-20')] },
      { departures: [departure('2026-05-04')] },
      { winBacks: [winBack('2026-09-20')], departures: [departure('2026-05-04')] },
    ].map(stated => statusOn('2026-10-13', { bought, ...stated }))
    expect(texts.map(({ text }) => text)).toEqual([
      'came back by themselves 12 days ago',
      'won back 12 days ago; handle with care',
      'left and came back 12 days ago; handle with care',
      'won back 12 days ago; handle with care',
    ])
    expect(texts.map(({ tone }) => tone)).toEqual(['good', 'warn', 'warn', 'warn'])
  })

  it('has words for each in every language, all of them different', () => {
    const bought = [...monthly, '2026-10-01']
    const all = (locale: Locale) =>
      [
        statusOn('2026-03-10', {}, locale),
        statusOn('2026-01-05', { bought: ['2026-01-01'] }, locale),
        statusOn('2026-05-01', { bought: ['2026-01-01'] }, locale),
        statusOn('2026-03-10', { bought: monthly }, locale),
        statusOn('2026-04-20', { bought: monthly }, locale),
        statusOn('2026-06-20', { bought: monthly }, locale),
        statusOn('2026-10-13', { bought }, locale),
        statusOn('2026-10-13', { bought, winBacks: [winBack('2026-09-20')] }, locale),
        statusOn('2026-10-13', { bought, departures: [departure('2026-05-04')] }, locale),
        statusOn('2026-10-13', { bought, departures: [departure('2026-10-04')] }, locale),
      ].map(({ text }) => text)
    for (const locale of locales) expect(new Set(all(locale)).size).toBe(10)
    expect(all('ru')[4]).toBe('засыпает с 16 апр.')
    expect(all('lt')[4]).toBe('vėluoja pirkti nuo balandžio 16 d.')
    expect(all('ru')[7]).toBe('клиент: возвращённый, 12 дней назад; требует бережности')
    expect(all('lt')[7]).toBe('susigrąžintas, prieš 12 dienų; elkitės atsargiai')
  })
})

describe('what status means', () => {
  it('names the rule in force with its numbers, and calls it provisional until an admin has picked', () => {
    expect(meaningUnder(defaultSettings)).toBe(
      'Retail: slipping from 1.5 × the usual gap without a purchase on, presumed lost from 3 × on. Who reaches a threshold is past it. Provisional rule: your admin has not picked one yet.',
    )
    const contract = { preset: 'contract', ...presetMultiples.contract, provisional: false } as const
    expect(meaningUnder(withRule(contract))).toBe(
      'Contract rhythm: slipping from 1 × the usual gap without a purchase on, presumed lost from 4/3 × on. Who reaches a threshold is past it.',
    )
    const own = { preset: 'own', late: 1.25, lost: 2.5, provisional: false } as const
    expect(meaningUnder(withRule(own), cdnowFit, 'lt')).toBe(
      'Savi skaičiai: vėluoja pirkti nuo 1,25 × įprasto tarpo be pirkimų, laikomas prarastu nuo 2,5 ×. Pasiekęs ribą laikomas ją peržengusiu.',
    )
  })

  it('tells the probabilities of the model, and what holds while there are too few customers for it', () => {
    const model = withRule({ preset: 'model', provisional: false })
    expect(meaningUnder(model)).toContain('75% likely')
    expect(meaningUnder(model)).toContain('90% within two')
    const few = meaningUnder(model, { ...cdnowFit, customers: 29 })
    expect(few).toContain('too few customers for the model, so until then slipping from 1.5 ×')
  })
})
