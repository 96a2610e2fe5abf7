// Override: a member's own band for a customer ("keep an eye"), with a reason and an end.

import { formatDay, type Locale } from '../shared/locale.ts'
import type { Settings } from '../shared/settings.ts'
import type { BandId } from '../shared/snapshot.ts'
import type { History, Override } from './history.ts'
import type { Moment } from './metrics/metric.ts'

interface Words {
  set: (band: string, until: string, reason: string) => string
  setBy: (band: string, until: string, who: string, reason: string) => string
}

const words: Record<Locale, Words> = {
  en: {
    set: (band, until, reason) => `Set to ${band} by hand until ${until}: ${reason}`,
    setBy: (band, until, who, reason) => `Set to ${band} by hand until ${until} (${who}): ${reason}`,
  },
  ru: {
    set: (band, until, reason) => `Задано вручную «${band}» до ${until}: ${reason}`,
    setBy: (band, until, who, reason) => `Задано вручную «${band}» до ${until} (${who}): ${reason}`,
  },
  lt: {
    set: (band, until, reason) => `Ranka nustatyta „${band}“ iki ${until}: ${reason}`,
    setBy: (band, until, who, reason) => `Ranka nustatyta „${band}“ iki ${until} (${who}): ${reason}`,
  },
}

/** The latest one that has not expired; its last day is included. */
export function runningOverride({ overrides }: History, { today }: Moment): Override | null {
  return overrides.findLast(({ untilDay }) => untilDay >= today) ?? null
}

/** The score at the edge of a band that is nearest to a score outside of it; the score itself inside. */
export function nearestInBand(score: number, band: BandId, { bands }: Settings): number {
  const { watch, high, veryHigh } = bands
  const edges = {
    low: [1, watch - 1],
    watch: [watch, high - 1],
    high: [high, veryHigh - 1],
    'very-high': [veryHigh, 99],
  } as const
  const [least, most] = edges[band]
  return Math.max(least, Math.min(most, score))
}

/** Who, until when and why. @param band in the reader's words. */
export function sayOverride(
  { untilDay, reason, author }: Override,
  band: string,
  { locale, today }: Moment,
): string {
  const { set, setBy } = words[locale]
  const until = formatDay(locale, untilDay, today)
  return author ? setBy(band, until, author.name, reason) : set(band, until, reason)
}
