import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Irritant } from '../../../worker/history.ts'
import {
  annoyances,
  annoyancesOf,
  irritantGroups,
  irritants,
  isRegular,
} from '../../../worker/metrics/irritants.ts'
import { at, departure, irritant, person } from './facts.ts'
import { historyOf, momentOf } from './history.ts'

const now = momentOf('2026-11-23')
const wrongInvoice = (when: string, solved: string | null = null): Irritant =>
  irritant(when, { note: 'invoice to wrong address', solvedAt: solved === null ? null : at(solved) })
const only = (...logged: Irritant[]) => annoyances(logged)[0]
const text = (...logged: Irritant[]) => irritantGroups(historyOf({ irritants: logged }), now)[0]?.text
const fact = (...logged: Irritant[]) => irritants.fact(historyOf({ irritants: logged }), now)

describe('irritants', () => {
  it('of one category are one group with its dates, open until solved', () => {
    expect(text(wrongInvoice('2026-03-12'), wrongInvoice('2026-05-30'), wrongInvoice('2026-11-04'))).toBe(
      'invoice to wrong address, 3 times: 12 Mar, 30 May, 4 Nov — not solved',
    )
    expect(text(wrongInvoice('2026-03-12', '2026-03-14'))).toBe(
      'invoice to wrong address, once: 12 Mar — solved 14 Mar',
    )
  })

  it('stand with the open ones first, then the most repeated, then the latest', () => {
    const groups = annoyances([
      irritant('2026-01-01', { category: 'solved', solvedAt: at('2026-01-02') }),
      irritant('2026-01-03', { category: 'twice' }),
      irritant('2026-01-04', { category: 'twice' }),
      irritant('2026-01-05', { category: 'older' }),
      irritant('2026-01-06', { category: 'newer' }),
    ])
    expect(groups.map(({ category }) => category)).toEqual(['twice', 'newer', 'older', 'solved'])
  })

  it('count a repeat once while open, and double where it had been solved', () => {
    expect(only(wrongInvoice('2026-03-12'))?.repeats).toBe(0)
    expect(only(wrongInvoice('2026-03-12'), wrongInvoice('2026-05-30'))?.repeats).toBe(1)
    const fixed = wrongInvoice('2026-03-12', '2026-04-01')
    expect(only(fixed, wrongInvoice('2026-05-30'))?.repeats).toBe(2)
    expect(only(fixed, wrongInvoice('2026-04-01'))?.repeats).toBe(2)
    expect(only(fixed, wrongInvoice('2026-03-31'))?.repeats).toBe(1)
    // The third comes while the second is open: only the second came after a fix.
    expect(only(fixed, wrongInvoice('2026-05-30'), wrongInvoice('2026-06-30'))?.repeats).toBe(3)
  })

  it('that come again after a fix are open again and say so', () => {
    const logged = [wrongInvoice('2026-03-12', '2026-04-01'), wrongInvoice('2026-05-30')]
    expect(only(...logged)?.solvedAt).toBeNull()
    expect(text(...logged)).toBe(
      'invoice to wrong address, 2 times: 12 Mar, 30 May — not solved, again after it was solved 1 Apr',
    )
    const solvedAgain = [logged[0] ?? irritant('2026-03-12'), wrongInvoice('2026-05-30', '2026-06-02')]
    expect(text(...solvedAgain)).toBe('invoice to wrong address, 2 times: 12 Mar, 30 May — solved 2 Jun')
  })

  it('forgive one repeat, and say that the third time drives people away', () => {
    const times = (times: number) =>
      fact(...['2026-03-12', '2026-05-30', '2026-11-04'].slice(0, times).map(day => wrongInvoice(day)))
    expect([times(1)?.tone, times(2)?.tone, times(3)?.tone]).toEqual(['warn', 'warn', 'bad'])
    expect(times(2)?.text).not.toContain('drives people away')
    expect(times(3)?.text).toMatch(/not solved\. The third time and more: this drives people away$/)
  })

  it('that are all solved no longer alarm', () => {
    const solved = ['2026-03-12', '2026-05-30', '2026-11-04'].map(day => wrongInvoice(day, '2026-11-10'))
    expect(fact(...solved)?.tone).toBe('plain')
    expect(fact(...solved)?.text).not.toContain('drives')
  })

  it('that nobody logged do not mean that nothing is wrong', () => {
    expect(fact()?.text).toBe('Nothing logged. That does not mean nothing is wrong')
  })

  it('of one of the people carry the name of who said it last', () => {
    const history = historyOf({
      people: [person('Jonas'), person('Ona')],
      irritants: [irritant('2026-03-12', { personId: 'Jonas' }), irritant('2026-05-30', { personId: 'Ona' })],
    })
    expect(irritantGroups(history, now)[0]?.person).toBe('Ona')
  })

  it('of many days name the first and the latest five', () => {
    const days = ['01', '02', '03', '04', '05', '06', '07', '08'].map(day => wrongInvoice(`2026-10-${day}`))
    expect(text(...days)).toContain('8 times: 1 Oct, …, 4 Oct, 5 Oct, 6 Oct, 7 Oct, 8 Oct —')
  })

  it('never count fewer repeats than occurrences after the first, nor more than two each', () => {
    const drawn = fc.array(fc.record({ later: fc.nat(50), solvedAfter: fc.option(fc.nat(80)) }), {
      minLength: 1,
      maxLength: 12,
    })
    fc.assert(
      fc.property(drawn, steps => {
        let day = 0
        const logged = steps.map(({ later, solvedAfter }) => {
          day += later
          return {
            ...irritant('2026-01-01'),
            at: day,
            solvedAt: solvedAfter === null ? null : day + solvedAfter,
          }
        })
        const group = only(...logged)
        expect(group?.repeats).toBeGreaterThanOrEqual(logged.length - 1)
        expect(group?.repeats).toBeLessThanOrEqual(2 * (logged.length - 1))
        expect(group?.solvedAt === null).toBe(logged.some(({ solvedAt }) => solvedAt === null))
      }),
    )
  })
})

describe('what they had left for', () => {
  const left = {
    bought: ['2026-01-01', '2026-01-31', '2026-03-02', '2026-10-01'],
    departures: [departure('2026-05-04', { stated: 'better-price', confirmed: 'slow-delivery' })],
  }
  const slow = (when: string) => irritant(when, { category: 'slow-delivery' })
  const group = (logged: Irritant[], when = '2026-10-13') => {
    const history = historyOf({ ...left, irritants: logged })
    return annoyancesOf(history, momentOf(when))[0]
  }

  it('counts as three repeats when it happens again after the return', () => {
    expect(group([slow('2026-10-05')])).toMatchObject({ repeats: 3, isCauseAgain: true })
    expect(group([slow('2026-03-20'), slow('2026-10-05')])).toMatchObject({ repeats: 3 })
    expect(group([slow('2026-03-20'), slow('2026-04-20'), slow('2026-10-05')])).toMatchObject({ repeats: 4 })
  })

  it('is regular as soon as it happens, and is said', () => {
    const again = group([slow('2026-10-05')])
    expect(again && isRegular(again)).toBe(true)
    const said = irritants.fact(
      historyOf({ ...left, irritants: [slow('2026-10-05')] }),
      momentOf('2026-10-13'),
    )
    expect(said).toMatchObject({
      tone: 'bad',
      text: expect.stringMatching(/This is what they had left for$/),
    })
  })

  it('counts plainly before the return, in another category, and once the return is over', () => {
    expect(group([slow('2026-09-30')])).toMatchObject({ repeats: 0, isCauseAgain: false })
    expect(group([irritant('2026-10-05')])).toMatchObject({ repeats: 0, isCauseAgain: false })
    expect(group([slow('2026-10-05')], '2026-11-15')).toMatchObject({ repeats: 0, isCauseAgain: false })
  })
})
