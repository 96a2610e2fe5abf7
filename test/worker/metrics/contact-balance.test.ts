import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultSettings } from '../../../shared/settings.ts'
import { formatLocalDate } from '../../../shared/time.ts'
import type { Contact } from '../../../worker/history.ts'
import { balanceOf, contactBalance, contactsOf } from '../../../worker/metrics/contact-balance.ts'
import { contact } from './facts.ts'
import { dayNumber, historyOf, momentOf, type Stated } from './history.ts'

const now = momentOf('2026-11-23')
const ago = (days: number, stated: Partial<Contact> = {}) =>
  contact(formatLocalDate(now.today - days), { id: `${days}`, ...stated })
const selling = { purpose: 'sale' } as const
const balance = (contacts: Contact[], stated: Stated = {}) =>
  balanceOf(historyOf({ contacts: contacts.toSorted((one, other) => one.at - other.at), ...stated }), now)

/** So many contacts a 30 days, evenly, over `days` before the last 30. */
const steady = (each30: number, days = 330) =>
  Array.from({ length: (days / 30) * each30 }, (_, index) =>
    ago(30 + days - 1 - Math.floor((index * 30) / each30)),
  )

describe('contact balance', () => {
  it('of exactly 20% selling is fine, of more it is too much', () => {
    const tooMuch = (sales: number, all: number) =>
      balance(Array.from({ length: all }, (_, index) => ago(index + 1, index < sales ? selling : {})))
        ?.isTooMuchSelling
    expect([tooMuch(1, 5), tooMuch(2, 10), tooMuch(3, 15)]).toEqual([false, false, false])
    expect([tooMuch(2, 9), tooMuch(3, 14), tooMuch(1, 1)]).toEqual([true, true, true])
    expect(tooMuch(0, 3)).toBe(false)
  })

  it('counts the contacts of 90 days, today the last of them', () => {
    expect(balance([ago(90, selling), ago(89), ago(0)])).toMatchObject({ sales: 0, all: 2 })
    expect(balance([ago(89, selling), ago(0)])).toMatchObject({ sales: 1, all: 2 })
  })

  it('counts them from local midnight on, also where the clock changed in between', () => {
    const inVilnius = (hour: string) =>
      balanceOf(
        historyOf({ contacts: [contact(hour), contact('2026-11-23')] }),
        momentOf('2026-11-23', { timeZone: 'Europe/Vilnius' }),
      )?.all
    // 90 days end on 23 November: the first is 26 August, which begins in Vilnius at 21:00 UTC of the day before.
    expect([inVilnius('2026-08-25T20:59:59Z'), inVilnius('2026-08-25T21:00:00Z')]).toEqual([1, 2])
  })

  it('follows the settings', () => {
    const settings = { ...defaultSettings, selling: { mostShare: 0.5, days: 7 } }
    const found = balanceOf(historyOf({ contacts: [ago(7, selling), ago(6, selling), ago(5)] }), {
      ...now,
      settings,
    })
    expect(found).toMatchObject({ sales: 1, all: 2, isTooMuchSelling: false })
  })

  it('calls half the usual number of contacts, or fewer, an early sign', () => {
    const lately = (contacts: number) =>
      balance([...steady(4), ...Array.from({ length: contacts }, (_, index) => ago(index + 1))])
    expect(lately(3)).toMatchObject({ usual30Days: 4, last30Days: 3, isHalved: false })
    expect(lately(2)).toMatchObject({ usual30Days: 4, last30Days: 2, isHalved: true })
    expect(lately(0)).toMatchObject({ usual30Days: 4, last30Days: 0, isHalved: true })
  })

  it('calls nothing halved where the usual is below two in 30 days', () => {
    expect(balance(steady(2))).toMatchObject({ usual30Days: 2, isHalved: true })
    expect(balance(steady(1))).toMatchObject({ usual30Days: 1, isHalved: false })
  })

  it('knows no usual before there are 60 days of contacts to take it from', () => {
    expect(balance([ago(89), ago(40)])?.usual30Days).toBe(1)
    expect(balance([ago(88), ago(40)])?.usual30Days).toBeNull()
    expect(balance([ago(29)])?.usual30Days).toBeNull()
  })

  it('excuses the silence of a pause', () => {
    const pauses = [{ id: 'p', fromDay: now.today - 40, untilDay: now.today - 29, reason: 'holidays' }]
    expect(balance(steady(4), { pauses })?.isHalved).toBe(false)
    const over = [{ id: 'p', fromDay: now.today - 60, untilDay: now.today - 30, reason: 'holidays' }]
    expect(balance(steady(4), { pauses: over })?.isHalved).toBe(true)
  })

  it('without recorded contacts has no figure, and without recent ones no share', () => {
    const noContacts = { unknown: 'no contacts recorded' }
    expect(contactsOf(historyOf({}), now)).toEqual({
      saleShare: noContacts,
      isTooMuchSelling: false,
      last30Days: noContacts,
      usual30Days: noContacts,
      onIt: null,
      latest: [],
      text: 'no contacts recorded',
    })
    expect(contactsOf(historyOf({ contacts: [ago(200)] }), now)).toMatchObject({
      saleShare: { unknown: 'no contacts within 90 days' },
      last30Days: 0,
    })
  })

  it('is said with its figures', () => {
    const contacts = [...steady(6), ago(20, selling), ago(10, selling), ago(5, selling)]
    expect(contactBalance.fact(historyOf({ contacts: contacts.slice(-13) }), now)).toMatchObject({
      text: '3 of 13 contacts in 90 days meant to sell: too much selling; 3 contacts in 30 days',
      tone: 'warn',
    })
    expect(contactsOf(historyOf({ contacts }), now).text).toBe(
      '3 of 15 contacts in 90 days meant to sell; 3 contacts in 30 days, usually 6, half as many as usual or fewer',
    )
    expect(contactBalance.fact(historyOf({}), now)?.meaning).toContain('more than 20% is too much')
  })

  it('has shares between nothing and all, whatever the contacts', () => {
    const drawn = fc.array(fc.record({ days: fc.integer({ min: -3, max: 364 }), isSale: fc.boolean() }), {
      maxLength: 60,
    })
    fc.assert(
      fc.property(drawn, contacts => {
        const found = balance(contacts.map(({ days, isSale }) => ago(days, isSale ? selling : {})))
        expect(found === null).toBe(contacts.length === 0)
        if (!found) return
        expect(found.sales).toBeLessThanOrEqual(found.all)
        expect(found.isTooMuchSelling).toBe(5 * found.sales > found.all)
        if (found.usual30Days !== null) {
          expect(found.usual30Days).toBeGreaterThan(0)
          expect(Number.isFinite(found.usual30Days)).toBe(true)
          if (found.isHalved) expect(2 * found.last30Days).toBeLessThanOrEqual(found.usual30Days)
        }
      }),
    )
  })
})

describe('who is on it', () => {
  const onIt = (...contacts: Contact[]) => contactsOf(historyOf({ contacts }), now).onIt
  const aiste = { id: 'm', name: 'Aistė' }
  const until = (day: string) => dayNumber(day)

  it('is who said so last, on the last day they named too', () => {
    const first = ago(3, { author: { id: 't', name: 'Tomas' }, onItUntilDay: until('2026-12-24') })
    const second = ago(1, { author: aiste, onItUntilDay: until('2026-11-23') })
    expect(onIt(first, second)).toEqual({
      id: '1',
      who: 'Aistė',
      until: '2026-11-23',
      text: 'Aistė is on it until 23 Nov',
    })
  })

  it('is nobody from the day after, and where nobody said so', () => {
    expect(onIt(ago(1, { author: aiste, onItUntilDay: until('2026-11-22') }))).toBeNull()
    expect(onIt(ago(1, { author: aiste }))).toBeNull()
  })

  it('may be somebody who is no longer known', () => {
    expect(onIt(ago(1, { onItUntilDay: until('2026-11-24') }))?.text).toBe('Somebody is on it until 24 Nov')
  })

  it('is said with the balance', () => {
    const contacts = [ago(1, { author: aiste, onItUntilDay: until('2026-11-24') })]
    expect(contactBalance.fact(historyOf({ contacts }), now)?.text).toMatch(/\. Aistė is on it until 24 Nov$/)
  })
})

describe('the latest contacts', () => {
  it('stand newest first, ten at most, in words', () => {
    const contacts = Array.from({ length: 12 }, (_, index) => ago(12 - index))
    const { latest } = contactsOf(historyOf({ contacts }), now)
    expect(latest.map(({ id }) => id)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'])
    expect(latest[0]?.text).toBe('mail from them, service, 22 Nov')
  })

  it('say who turned to whom in every language', () => {
    const call = [contact('2026-11-20', { channel: 'phone', direction: 'out', purpose: 'care' })]
    const said = (locale: 'ru' | 'lt') =>
      contactsOf(historyOf({ contacts: call }), { ...now, locale }).latest[0]?.text
    expect(said('ru')).toMatch(/^звонок от нас, забота, 20/)
    expect(said('lt')).toMatch(/^mūsų skambutis, dėmesys, lapkričio 20/)
  })
})
