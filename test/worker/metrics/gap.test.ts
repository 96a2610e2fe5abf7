import { describe, expect, it } from 'vitest'
import type { Locale } from '../../../shared/locale.ts'
import { gap, gapDays } from '../../../worker/metrics/gap.ts'
import { gapRatio, ratio } from '../../../worker/metrics/ratio.ts'
import { takeSnapshot } from '../../../worker/take-snapshot.ts'
import { pause } from './facts.ts'
import { historyOf, momentOf, type Stated } from './history.ts'

const monthly = ['2026-01-01', '2026-01-31', '2026-03-02']

const gapOn = (when: string, stated: Stated) => gapDays(historyOf(stated), momentOf(when))
const sayGap = (when: string, stated: Stated, locale: Locale = 'en') =>
  gap.fact(historyOf(stated), momentOf(when, { locale }))?.text

describe('gap', () => {
  it('is the days since the last purchase', () => {
    expect(gapOn('2026-03-02', { bought: monthly })).toBe(0)
    expect(gapOn('2026-04-01', { bought: monthly })).toBe(30)
    expect(sayGap('2026-03-02', { bought: monthly })).toBe('bought today')
    expect(sayGap('2026-03-03', { bought: monthly })).toBe('no purchase for 1 day')
  })

  it('is none where the last purchase is dated later than the moment', () => {
    expect(gapOn('2026-02-20', { bought: monthly })).toBe(0)
  })

  it('leaves out the days of a pause, its first and last among them', () => {
    const stated = { bought: monthly, pauses: [pause('2026-03-10', '2026-03-19')] }
    expect(gapOn('2026-04-01', stated)).toBe(20)
    expect(sayGap('2026-04-01', stated)).toBe('no purchase for 20 days; 10 paused days not counted')
  })

  it('counts overlapping pauses once', () => {
    const pauses = [pause('2026-03-10', '2026-03-19'), pause('2026-03-15', '2026-03-21')]
    expect(gapOn('2026-04-01', { bought: monthly, pauses })).toBe(18)
  })

  it('says that a pause is running, up to its last day, and stands still in it', () => {
    const stated = { bought: monthly, pauses: [pause('2026-03-10', '2026-03-19')] }
    expect(sayGap('2026-03-19', stated)).toBe(
      'no purchase for 7 days; 10 paused days not counted; paused until 19 Mar',
    )
    expect(gapOn('2026-03-10', stated)).toBe(7)
    expect(sayGap('2026-03-20', stated)).not.toContain('paused until')
    const endless = { bought: monthly, pauses: [pause('2026-03-10', null)] }
    expect(gapOn('2036-01-01', endless)).toBe(7)
    expect(sayGap('2026-03-19', endless, 'ru')).toBe(
      'без покупок 7 дней; не считая 10 дней паузы; пауза с 10 мар., конец неизвестен',
    )
    expect(sayGap('2026-03-10', endless, 'lt')).toBe(
      'nepirko 7 dienas; neskaičiuojant 1 pauzės dienos; pauzė nuo kovo 10 d., pabaiga nežinoma',
    )
  })

  it('has no answer before the first purchase', () => {
    expect(gapOn('2026-03-02', {})).toEqual({ unknown: 'has not bought yet' })
  })
})

describe('ratio', () => {
  it('is the gap in intervals, pauses taken out of both', () => {
    expect(gapRatio(historyOf({ bought: monthly }), momentOf('2026-04-16'))).toBe(1.5)
    const paused = historyOf({
      bought: ['2026-01-01', '2026-01-31', '2026-04-01'],
      pauses: [pause('2026-02-10', '2026-03-11'), pause('2026-04-10', '2026-04-19')],
    })
    // Gaps of 30 and 60 - 30 days, silent for 40 - 10.
    expect(gapRatio(paused, momentOf('2026-05-11'))).toBe(1)
  })

  it('never reads as a threshold that is not reached yet', () => {
    const said = (when: string) => ratio.fact(historyOf({ bought: monthly }), momentOf(when))?.text
    expect(said('2026-05-30')).toBe('2.9 × the usual gap')
    expect(said('2026-05-31')).toBe('3 × the usual gap')
  })
})

describe('the rhythm line of a snapshot', () => {
  it('says that a pause is running', () => {
    const subject = { customer: { id: 'c', name: 'Rūta', company: null }, personId: null, owner: null }
    const history = historyOf({ bought: monthly, pauses: [pause('2026-03-10', '2026-03-19')] })
    const match = { by: 'email', evidence: 'ruta@baltic.lt', others: [] } as const
    const taken = (when: string) =>
      takeSnapshot({ ...subject, history }, { ...match, others: [] }, momentOf(when), 1).gap.text
    expect(taken('2026-03-12')).toBe('usually buys every 30 days; paused until 19 Mar')
    expect(taken('2026-03-22')).toBe('usually buys every 30 days')
  })
})
