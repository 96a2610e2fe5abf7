import { describe, expect, it } from 'vitest'
import type { Gesture } from '../../../worker/history.ts'
import { gestureLines, gestures } from '../../../worker/metrics/gestures.ts'
import { at, gesture } from './facts.ts'
import { dayNumber, historyOf, momentOf } from './history.ts'

const express = gesture('free express', { validUntilDay: dayNumber('2027-05-11') })
const line = (one: Gesture, when = '2026-11-23', timeZone = 'UTC') =>
  gestureLines(historyOf({ gestures: [one] }), momentOf(when, { timeZone }))[0]

describe('a gesture', () => {
  it('that runs is to be honoured unasked, on its last day too', () => {
    expect(line(express)).toMatchObject({
      runs: true,
      validUntil: '2027-05-11',
      text: 'free express (to make good), until 11 May 2027: honour it unasked',
    })
    expect(line(express, '2027-05-11')?.runs).toBe(true)
    expect(line(express, '2027-05-12')).toMatchObject({
      runs: false,
      text: 'free express (to make good), ran until 11 May',
    })
  })

  it('ends at midnight in the workspace', () => {
    expect(line(express, '2027-05-12T02:59:59Z', 'America/Sao_Paulo')?.runs).toBe(true)
    expect(line(express, '2027-05-11T21:00:00Z', 'Europe/Vilnius')?.runs).toBe(false)
  })

  it('given once does not run, and keeps what it cost', () => {
    const flowers = gesture('flowers', {
      kind: 'thanks',
      at: at('2026-11-20'),
      costMinor: 2500,
      currency: 'EUR',
    })
    expect(line(flowers)).toMatchObject({
      runs: false,
      validUntil: null,
      costMinor: 2500,
      currency: 'EUR',
      text: 'flowers (as thanks), given 20 Nov',
    })
  })
})

describe('gestures', () => {
  const now = momentOf('2026-11-23')

  it('that run stand first, the soonest to end before the others', () => {
    const history = historyOf({
      gestures: [
        express,
        gesture('flowers', { at: at('2026-11-20') }),
        gesture('priority', { validUntilDay: dayNumber('2026-12-01') }),
      ],
    })
    expect(gestureLines(history, now).map(({ what }) => what)).toEqual([
      'priority',
      'free express',
      'flowers',
    ])
    expect(gestures.fact(history, now)?.text).toBe(
      'priority (to make good), until 1 Dec: honour it unasked; free express (to make good), until 11 May 2027: honour it unasked',
    )
  })

  it('that no longer run leave the latest to be named, and the latest ten to be listed', () => {
    const past = Array.from({ length: 12 }, (_, index) => gesture(`g${index}`, { at: at('2026-11-01') }))
    const history = historyOf({ gestures: past })
    expect(gestures.fact(history, now)?.text).toBe('nothing runs now; last: g11 (to make good), given 1 Nov')
    expect(gestureLines(history, now)).toHaveLength(10)
  })

  it('that nobody gave are said to be so', () => {
    expect(gestures.fact(historyOf({}), now)?.text).toBe('nothing given yet')
  })
})
