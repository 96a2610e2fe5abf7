// What we owe this customer: an answer to their latest score, and how late it is.

import { count } from '../../shared/locale.ts'
import type { Nps } from '../../shared/snapshot.ts'
import { parseLocalDate } from '../../shared/time.ts'
import { useReader } from '../reader.ts'
import { useDays } from './use-days.ts'

export function OwedAnswer({ nps: { latest } }: { nps: Nps }) {
  const { words, locale, today } = useReader()
  const { day, dayAt } = useDays()
  if ('unknown' in latest || latest.followUpDue === null) return null
  const { owed, owedAnswer, due, daysLate } = words.panel
  const late = today - (parseLocalDate(latest.followUpDue) ?? today)
  return (
    <section class="row">
      <h2 class="label">{owed}</h2>
      <p>
        {owedAnswer(latest.score, dayAt(latest.at))}{' '}
        {late > 0 ? (
          <b class="late bad-ink">{count(locale, daysLate, late)}</b>
        ) : (
          <span class="secondary">{due(day(latest.followUpDue))}</span>
        )}
      </p>
    </section>
  )
}
