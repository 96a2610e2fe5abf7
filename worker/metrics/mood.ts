// Mood: the worst of what the customer told us and what we did about it.

import type { Locale } from '../../shared/locale.ts'
import type { Mood, Tone } from '../../shared/snapshot.ts'
import { dayMs } from '../../shared/time.ts'
import type { History } from '../history.ts'
import { annoyancesOf, isRegular } from './irritants.ts'
import type { Metric, Moment } from './metric.ts'
import { groupOf, latestResponse } from './nps.ts'
import { brokenPromises, promiseState } from './promises.ts'
import { waitOf } from './waiting.ts'

/**
 * What makes the mood what it is: what they had left for (`cause-again`), a `repeat` of an open irritant, the latest
 * `score`, a `promise`, `waiting`, an open `irritant`.
 */
export type MoodCause = 'cause-again' | 'repeat' | 'score' | 'promise' | 'waiting' | 'irritant'
type AngryCause = Exclude<MoodCause, 'irritant'>
type UneasyCause = Exclude<MoodCause, 'cause-again' | 'repeat'>

interface Words {
  label: string
  meaning: string
  calm: string
  solved: string
  uneasy: (causes: string) => string
  angry: (causes: string) => string
  uneasyCauses: Record<UneasyCause, string>
  angryCauses: Record<AngryCause, string>
}

const words: Record<Locale, Words> = {
  en: {
    label: 'Mood',
    meaning:
      'Angry: a detractor nobody followed up, the same open irritant three times, a broken promise, or an answer waited for three times as long as usual. Uneasy: one of them mildly. Only what was logged is known.',
    calm: 'no complaint logged',
    solved: 'every complaint logged is solved',
    uneasy: causes => `uneasy: ${causes}`,
    angry: causes => `angry: ${causes}`,
    uneasyCauses: {
      irritant: 'something annoys them',
      score: 'gave a low score',
      promise: 'apologised for a promise, not kept yet',
      waiting: 'waits longer than usual',
    },
    angryCauses: {
      'cause-again': 'what they had left for happened again',
      repeat: 'the same again and again',
      score: 'gave a low score, nobody followed up',
      promise: 'a promise is broken',
      waiting: 'waits far longer than usual',
    },
  },
  ru: {
    label: 'Настроение',
    meaning:
      'Злится: с критиком не связались, одно и то же раздражает в третий раз, нарушено обещание или ответа ждут втрое дольше обычного. Насторожен: что-то из этого в слабой форме. Известно только записанное.',
    calm: 'жалоб не записано',
    solved: 'все записанные жалобы решены',
    uneasy: causes => `есть недовольство: ${causes}`,
    angry: causes => `злится: ${causes}`,
    uneasyCauses: {
      irritant: 'что-то раздражает',
      score: 'низкая оценка',
      promise: 'за обещание извинились, но ещё не выполнили',
      waiting: 'ждёт ответа дольше обычного',
    },
    angryCauses: {
      'cause-again': 'снова то, из-за чего клиент уходил',
      repeat: 'одно и то же снова и снова',
      score: 'низкая оценка, с клиентом не связались',
      promise: 'обещание нарушено',
      waiting: 'ждёт ответа намного дольше обычного',
    },
  },
  lt: {
    label: 'Nuotaika',
    meaning:
      'Pyksta: su kritiku nesusisiekta, tas pats erzina trečią kartą, pažadas netesėtas arba atsakymo laukiama triskart ilgiau nei įprastai. Sunerimęs: kas nors iš to švelniau. Žinoma tik tai, kas pažymėta.',
    calm: 'skundų nepažymėta',
    solved: 'visi pažymėti skundai išspręsti',
    uneasy: causes => `yra nepasitenkinimo: ${causes}`,
    angry: causes => `pyksta: ${causes}`,
    uneasyCauses: {
      irritant: 'kažkas erzina',
      score: 'žemas įvertinimas',
      promise: 'dėl pažado atsiprašyta, bet jis dar neištesėtas',
      waiting: 'atsakymo laukia ilgiau nei įprastai',
    },
    angryCauses: {
      'cause-again': 'vėl tai, dėl ko klientas buvo išėjęs',
      repeat: 'tas pats vėl ir vėl',
      score: 'žemas įvertinimas, su klientu nesusisiekta',
      promise: 'pažadas netesėtas',
      waiting: 'atsakymo laukia daug ilgiau nei įprastai',
    },
  },
}

const tones: Record<Mood, Tone> = { calm: 'plain', uneasy: 'warn', angry: 'bad' }

/** The mood with its causes, those that weigh most first. */
export type MoodFound =
  | { mood: 'calm'; causes: readonly [] }
  | { mood: 'uneasy'; causes: readonly [UneasyCause, ...UneasyCause[]] }
  | { mood: 'angry'; causes: readonly [AngryCause, ...AngryCause[]] }

/** The worst that is known: what we did ourselves weighs more than a score. */
export function moodOf(history: History, moment: Moment): MoodFound {
  const [angry, ...moreAnger] = angryCauses(history, moment)
  if (angry) return { mood: 'angry', causes: [angry, ...moreAnger] }
  const [uneasy, ...more] = uneasyCauses(history, moment)
  return uneasy ? { mood: 'uneasy', causes: [uneasy, ...more] } : { mood: 'calm', causes: [] }
}

function angryCauses(history: History, moment: Moment): AngryCause[] {
  const regular = annoyancesOf(history, moment).filter(group => group.solvedAt === null && isRegular(group))
  const causes: [AngryCause, boolean][] = [
    ['cause-again', regular.some(({ isCauseAgain }) => isCauseAgain)],
    ['repeat', regular.some(({ isCauseAgain }) => !isCauseAgain)],
    ['score', isDetractor(history) && latestResponse(history)?.followedUpAt === null],
    ['promise', brokenPromises(history, moment.today).length > 0],
    ['waiting', waitOf(history, moment)?.isFarBeyondUsual ?? false],
  ]
  return causes.filter(([, holds]) => holds).map(([cause]) => cause)
}

function uneasyCauses(history: History, moment: Moment): UneasyCause[] {
  const causes: [UneasyCause, boolean][] = [
    ['irritant', annoyancesOf(history, moment).some(({ solvedAt }) => solvedAt === null)],
    ['promise', history.promises.some(promise => isOnlyApologised(promise, moment))],
    ['waiting', waitOf(history, moment)?.isBeyondUsual ?? false],
    ['score', isDetractor(history)],
  ]
  return causes.filter(([, holds]) => holds).map(([cause]) => cause)
}

function isDetractor(history: History): boolean {
  const latest = latestResponse(history)
  return latest !== null && groupOf(latest.score) === 'detractor'
}

/** Broken and apologised for, but not kept either; after one half-life it no longer stands between us. */
function isOnlyApologised(promise: History['promises'][number], { at, today, settings }: Moment): boolean {
  const { apologisedAt } = promise
  if (apologisedAt === null || promiseState(promise, today) !== 'broken') return false
  return at - apologisedAt < settings.halfLifeDays * dayMs
}

export const mood: Metric = {
  id: 'mood',
  fact(history, moment) {
    const { label, meaning } = words[moment.locale]
    const found = moodOf(history, moment)
    return {
      id: 'mood',
      label,
      text: sayMood(found, history, moment.locale),
      tone: tones[found.mood],
      meaning,
    }
  },
}

function sayMood(found: MoodFound, { irritants }: History, locale: Locale): string {
  const { calm, solved, uneasy, angry, uneasyCauses, angryCauses } = words[locale]
  switch (found.mood) {
    case 'calm':
      return irritants.length > 0 ? solved : calm
    case 'uneasy':
      return uneasy(found.causes.map(cause => uneasyCauses[cause]).join(', '))
    case 'angry':
      return angry(found.causes.map(cause => angryCauses[cause]).join(', '))
  }
}
