// Days as the reader writes them, from the snapshot's local dates and moments. They never break across lines.

import { formatDay } from '../../shared/locale.ts'
import { dayOf, parseInstant, parseLocalDate } from '../../shared/time.ts'
import { useReader } from '../reader.ts'

interface Days {
  /** `2026-11-04` -> `4 Nov`. A text that is no date stays as it is. */
  day: (localDate: string) => string
  /** A moment with offset -> the reader's day. */
  dayAt: (moment: string) => string
}

export function useDays(): Days {
  const { locale, today, timeZone } = useReader()
  const write = (day: number | null, text: string) =>
    day === null ? text : formatDay(locale, day, today).replaceAll(' ', '\u00a0')
  return {
    day: localDate => write(parseLocalDate(localDate), localDate),
    dayAt: moment => {
      const at = parseInstant(moment)
      return write(at === null ? null : dayOf(at, timeZone), moment)
    },
  }
}
