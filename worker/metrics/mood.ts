// Mood: the worst of what the customer told us and what we did about it.

import type { Locale } from '../../shared/locale.ts'
import type { Mood, Tone } from '../../shared/snapshot.ts'
import { annoyances, regularFrom } from './irritants.ts'
import type { History, Metric, Moment } from './metric.ts'
import { groupOf, latestResponse } from './nps.ts'

const words: Record<Locale, { label: string; meaning: string; moods: Record<Mood, string> }> = {
  en: {
    label: 'Mood',
    meaning:
      'Angry: a detractor nobody followed up, or the same open irritant three times. Uneasy: one of them mildly. Only what was logged is known.',
    moods: { calm: 'no complaint logged', uneasy: 'uneasy', angry: 'angry' },
  },
  ru: {
    label: 'Настроение',
    meaning:
      'Злится: с критиком не связались или одно и то же раздражает в третий раз. Насторожен: что-то из этого в слабой форме. Известно только записанное.',
    moods: { calm: 'жалоб не записано', uneasy: 'есть недовольство', angry: 'злится' },
  },
  lt: {
    label: 'Nuotaika',
    meaning:
      'Pyksta: su kritiku nesusisiekta arba tas pats erzina trečią kartą. Sunerimęs: kas nors iš to švelniau. Žinoma tik tai, kas pažymėta.',
    moods: { calm: 'skundų nepažymėta', uneasy: 'yra nepasitenkinimo', angry: 'pyksta' },
  },
}

const tones: Record<Mood, Tone> = { calm: 'plain', uneasy: 'warn', angry: 'bad' }

/** What makes the mood what it is: `repeat` of an open irritant, or the latest `score`. */
export type MoodCause = 'repeat' | 'score' | 'irritant' | null

/** The mood and its cause; repeats weigh more than a score, since we did them. */
export function moodOf(history: History): { mood: Mood; cause: MoodCause } {
  const open = annoyances(history).filter(({ solvedAt }) => solvedAt === null)
  const latest = latestResponse(history)
  const isDetractor = latest !== null && groupOf(latest.score) === 'detractor'
  if (open.some(({ occurrences }) => occurrences.length >= regularFrom))
    return { mood: 'angry', cause: 'repeat' }
  if (isDetractor && latest.followedUpAt === null) return { mood: 'angry', cause: 'score' }
  if (open.length > 0) return { mood: 'uneasy', cause: 'irritant' }
  if (isDetractor) return { mood: 'uneasy', cause: 'score' }
  return { mood: 'calm', cause: null }
}

export const mood: Metric = {
  id: 'mood',
  fact(history, moment: Moment) {
    const { mood } = moodOf(history)
    const { label, meaning, moods } = words[moment.locale]
    return { id: 'mood', label, text: moods[mood], tone: tones[mood], meaning }
  },
}
