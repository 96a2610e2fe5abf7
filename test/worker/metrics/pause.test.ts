import { describe, expect, it } from 'vitest'
import { pauseLines, pause as pauses, runningPause } from '../../../worker/metrics/pause.ts'
import { pause } from './facts.ts'
import { dayNumber, historyOf, momentOf } from './history.ts'

const bought = ['2026-01-01']

describe('pauses', () => {
  it('are told with their reason, as running, over or to come', () => {
    const history = historyOf({
      bought,
      pauses: [
        pause('2026-06-01', null, { reason: 'rebuilding' }),
        pause('2026-02-01', '2026-02-10', { reason: 'holidays' }),
        pause('2026-03-01', '2026-03-31', { reason: 'stocktaking' }),
      ],
    })
    const lines = pauseLines(history, momentOf('2026-03-15'))
    expect(lines.map(({ text }) => text)).toEqual([
      'was paused from 1 Feb to 10 Feb: holidays',
      'paused until 31 Mar: stocktaking',
      'pause from 1 Jun on, no end known: rebuilding',
    ])
    expect(lines[2]).toMatchObject({ from: '2026-06-01', until: null })
    expect(pauses.fact(history, momentOf('2026-03-15'))?.text).toBe(
      'paused until 31 Mar: stocktaking; pause from 1 Jun on, no end known: rebuilding',
    )
  })

  it('run on their first and on their last day', () => {
    const history = historyOf({ bought, pauses: [pause('2026-03-01', '2026-03-03')] })
    const runs = ['2026-02-28', '2026-03-01', '2026-03-03', '2026-03-04'].map(
      day => runningPause(history, dayNumber(day)) !== null,
    )
    expect(runs).toEqual([false, true, true, false])
  })

  it('that overlap run until the last of them ends', () => {
    const history = historyOf({
      bought,
      pauses: [pause('2026-03-01', '2026-03-31'), pause('2026-03-05', '2026-03-10')],
    })
    expect(runningPause(history, dayNumber('2026-03-06'))?.untilDay).toBe(dayNumber('2026-03-31'))
  })

  it('that end before they begin are none', () => {
    const history = historyOf({ bought, pauses: [pause('2026-03-10', '2026-03-01')] })
    expect(pauseLines(history, momentOf('2026-03-05'))).toEqual([])
    expect(pauses.fact(history, momentOf('2026-03-05'))).toBeNull()
  })
})
