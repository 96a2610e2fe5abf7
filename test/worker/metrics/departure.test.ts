import { describe, expect, it } from 'vitest'
import { departureOf, departure as departures } from '../../../worker/metrics/departure.ts'
import { at, departure } from './facts.ts'
import { historyOf, momentOf } from './history.ts'

const monthly = ['2026-01-01', '2026-01-31', '2026-03-02']

describe('departure', () => {
  it('tells what they said and what it turned out to be, in the reader’s language', () => {
    const left = departure('2026-03-05', {
      stated: 'better-price',
      confirmed: 'slow-delivery',
      fixedAt: at('2026-03-08'),
    })
    const history = historyOf({ bought: monthly, departures: [left] })
    const lines = (['en', 'ru', 'lt'] as const).map(locale =>
      departureOf(history, momentOf('2026-03-10', { locale })),
    )
    expect(lines.map(line => line?.text)).toEqual([
      'Left 5 Mar. Said: Better price. Real: Slow delivery. Fixed since 8 Mar',
      'Ушёл 5 мар. Названная причина: Цена лучше. Подтверждённая: Долгая доставка. Исправлено с 8 мар.',
      'Išėjo kovo 5 d. Nurodyta priežastis: Geresnė kaina. Patvirtinta: Lėtas pristatymas. Ištaisyta nuo kovo 8 d.',
    ])
    expect(lines[0]).toMatchObject({
      day: '2026-03-05',
      reasonClass: 'us',
      stated: 'Better price',
      confirmed: 'Slow delivery',
      fixedAt: '2026-03-08T12:00:00.000Z',
    })
  })

  it('says what is not known and not fixed, the latter only where it was ours', () => {
    const say = (reasonClass: 'us' | 'competitor') =>
      departureOf(
        historyOf({ bought: monthly, departures: [departure('2026-03-05', { reasonClass })] }),
        momentOf('2026-03-10'),
      )?.text
    expect(say('us')).toBe('Left 5 Mar. Said: Slow delivery. The real cause is not confirmed. Not fixed yet')
    expect(say('competitor')).toBe('Left 5 Mar. Said: Slow delivery. The real cause is not confirmed')
  })

  it('keeps words of their own as they are', () => {
    const left = departure('2026-03-05', { stated: 'the new buyer is a cousin' })
    const history = historyOf({ bought: monthly, departures: [left] })
    expect(departureOf(history, momentOf('2026-03-10'))?.stated).toBe('the new buyer is a cousin')
  })

  it('is told before its day as one to come', () => {
    const history = historyOf({ bought: monthly, departures: [departure('2026-03-31')] })
    expect(departureOf(history, momentOf('2026-03-30'))?.text).toMatch(/^Leaves 31 Mar\./)
    expect(departureOf(history, momentOf('2026-03-31'))?.text).toMatch(/^Left 31 Mar\./)
  })

  it('stays beside a return for as long as it is new, milder once the cause is fixed', () => {
    const back = [...monthly, '2026-10-01']
    const tone = (fixedAt: number | null) => {
      const left = [departure('2026-05-04', { fixedAt })]
      return departures.fact(historyOf({ bought: back, departures: left }), momentOf('2026-10-05'))?.tone
    }
    expect([tone(null), tone(at('2026-06-01'))]).toEqual(['warn', 'plain'])
    const settled = historyOf({
      bought: [...back, '2026-10-06', '2026-10-11'],
      departures: [departure('2026-05-04')],
    })
    expect(departureOf(settled, momentOf('2026-10-12'))).toBeNull()
  })

  it('is none for whoever never left', () => {
    expect(departures.fact(historyOf({ bought: monthly }), momentOf('2026-03-10'))).toBeNull()
  })
})
