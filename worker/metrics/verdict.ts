// Verdict: the worse of rhythm and mood in at most ten words, both named where both say something.

import { count, formatNumber, type Locale, type Plural } from '../../shared/locale.ts'
import type { Mood, Risk, StatusId, Tone } from '../../shared/snapshot.ts'
import { gapDays } from './gap.ts'
import { intervalOf } from './interval.ts'
import { annoyances } from './irritants.ts'
import type { History, Moment } from './metric.ts'
import { type MoodCause, moodOf } from './mood.ts'
import { latestResponse } from './nps.ts'
import { standingOf } from './status.ts'

type UnhappyMood = Exclude<Mood, 'calm'>

interface Words {
  moods: Record<UnhappyMood, string>
  /** Behind a mood: "Angry, still buying." */
  aside: Record<StatusId, string>
  /** Alone: rhythm is all there is to say. */
  alone: Record<Exclude<StatusId, 'late' | 'lost' | 'returned'>, string>
  atRisk: string
  late: (gap: number, interval: string) => string
  lost: (gap: number, interval: string) => string
  returned: Plural
  repeated: Plural
  complained: string
  score: (score: number) => string
  scoreAnswered: (score: number) => string
}

const words: Record<Locale, Words> = {
  en: {
    moods: { uneasy: 'Uneasy', angry: 'Angry' },
    aside: {
      prospect: 'not bought yet',
      new: 'new customer',
      once: 'bought once',
      active: 'still buying',
      late: 'slipping',
      lost: 'gone quiet',
      returned: 'just came back',
      departed: 'left us',
    },
    alone: {
      prospect: 'Has not bought yet.',
      new: 'New customer. First impressions count.',
      once: 'Bought once. Second purchase is open.',
      active: 'Buys on time. No complaint logged.',
      departed: 'Left, told us.',
    },
    atRisk: 'Still on time, yet likely to leave.',
    late: (gap, interval) => `Slipping: ${gap} days silent, usually ${interval}.`,
    lost: (gap, interval) => `Gone quiet: ${gap} days, usually ${interval}.`,
    returned: {
      one: 'Came back # day ago. Handle with care.',
      other: 'Came back # days ago. Handle with care.',
    },
    repeated: { one: 'Annoyed once.', other: 'Same mistake # times.' },
    complained: 'A complaint is open.',
    score: score => `Gave ${score}/10, nobody answered.`,
    scoreAnswered: score => `Gave ${score}/10.`,
  },
  ru: {
    moods: { uneasy: 'Есть недовольство', angry: 'Злится' },
    aside: {
      prospect: 'ещё не покупает',
      new: 'клиент новый',
      once: 'одна покупка',
      active: 'пока покупает',
      late: 'засыпает',
      lost: 'замолчал',
      returned: 'только вернулся',
      departed: 'ушёл',
    },
    alone: {
      prospect: 'Ещё не покупает.',
      new: 'Новый клиент. Важно первое впечатление.',
      once: 'Купил один раз. Вторая покупка впереди.',
      active: 'Покупает в срок. Жалоб не записано.',
      departed: 'Ушёл, сам сообщил.',
    },
    atRisk: 'Срок ещё не вышел, но риск ухода высокий.',
    late: (gap, interval) => `Засыпает: ${gap} дн. без покупок, обычно ${interval}.`,
    lost: (gap, interval) => `Замолчал: ${gap} дн., обычно ${interval}.`,
    returned: {
      one: 'Вернулся # день назад. Требует бережности.',
      few: 'Вернулся # дня назад. Требует бережности.',
      many: 'Вернулся # дней назад. Требует бережности.',
      other: 'Вернулся # дня назад. Требует бережности.',
    },
    repeated: {
      one: 'Та же ошибка # раз.',
      few: 'Та же ошибка # раза.',
      many: 'Та же ошибка # раз.',
      other: 'Та же ошибка # раза.',
    },
    complained: 'Есть нерешённая жалоба.',
    score: score => `Оценка ${score}/10, никто не связался.`,
    scoreAnswered: score => `Оценка ${score}/10.`,
  },
  lt: {
    moods: { uneasy: 'Yra nepasitenkinimo', angry: 'Pyksta' },
    aside: {
      prospect: 'dar nepirko',
      new: 'naujas klientas',
      once: 'pirko kartą',
      active: 'tebeperka',
      late: 'vėluoja pirkti',
      lost: 'nutilo',
      returned: 'ką tik sugrįžo',
      departed: 'išėjo',
    },
    alone: {
      prospect: 'Dar nepirko.',
      new: 'Naujas klientas. Svarbus pirmas įspūdis.',
      once: 'Pirko vieną kartą. Antras pirkimas dar priešaky.',
      active: 'Perka laiku. Skundų nepažymėta.',
      departed: 'Išėjo, pats pranešė.',
    },
    atRisk: 'Dar laiku, bet gali išeiti.',
    late: (gap, interval) => `Vėluoja pirkti: nepirko ${gap} d., paprastai ${interval}.`,
    lost: (gap, interval) => `Nutilo: ${gap} d., paprastai ${interval}.`,
    returned: {
      one: 'Sugrįžo prieš # dieną. Elkitės atsargiai.',
      few: 'Sugrįžo prieš # dienas. Elkitės atsargiai.',
      many: 'Sugrįžo prieš # dienos. Elkitės atsargiai.',
      other: 'Sugrįžo prieš # dienų. Elkitės atsargiai.',
    },
    repeated: {
      one: 'Ta pati klaida # kartą.',
      few: 'Ta pati klaida # kartus.',
      many: 'Ta pati klaida # karto.',
      other: 'Ta pati klaida # kartų.',
    },
    complained: 'Yra neišspręstas skundas.',
    score: score => `Įvertino ${score}/10, niekas nesusisiekė.`,
    scoreAnswered: score => `Įvertino ${score}/10.`,
  },
}

const toneRank: readonly Tone[] = ['good', 'plain', 'warn', 'bad']
const moodTones: Record<Mood, Tone> = { calm: 'plain', uneasy: 'warn', angry: 'bad' }
const statusTones: Record<StatusId, Tone> = {
  prospect: 'plain',
  new: 'good',
  once: 'plain',
  active: 'good',
  late: 'warn',
  lost: 'bad',
  returned: 'warn',
  departed: 'bad',
}

/** The one sentence an agent reads first. */
export function verdictOf(history: History, moment: Moment, risk: Risk): { text: string; tone: Tone } {
  const { mood, cause } = moodOf(history)
  const { id: status } = standingOf(history, moment)
  const text =
    mood === 'calm'
      ? sayRhythm(status, history, moment, risk)
      : `${words[moment.locale].moods[mood]}, ${words[moment.locale].aside[status]}. ${sayCause(cause, history, moment.locale)}`
  return { text, tone: worst([statusTones[status], moodTones[mood], isHigh(risk) ? 'bad' : 'good']) }
}

function sayRhythm(status: StatusId, history: History, moment: Moment, risk: Risk): string {
  const say = words[moment.locale]
  const gap = gapDays(history, moment)
  const days = typeof gap === 'number' ? gap : 0
  const usual = formatNumber(moment.locale, Math.round(intervalOf(history, moment).days))
  switch (status) {
    case 'late':
    case 'lost':
      return say[status](days, usual)
    case 'returned':
      return count(moment.locale, say.returned, days)
    case 'active':
      return isHigh(risk) ? say.atRisk : say.alone.active
    default:
      return say.alone[status]
  }
}

function sayCause(cause: MoodCause, history: History, locale: Locale): string {
  const { repeated, complained, score, scoreAnswered } = words[locale]
  const latest = latestResponse(history)
  const [worstGroup] = annoyances(history)
  if (cause === 'repeat' && worstGroup) return count(locale, repeated, worstGroup.occurrences.length)
  if (cause === 'score' && latest) {
    return latest.followedUpAt === null ? score(latest.score) : scoreAnswered(latest.score)
  }
  return complained
}

function isHigh({ band }: Risk): boolean {
  return band === 'high' || band === 'very-high'
}

function worst(tones: readonly Tone[]): Tone {
  return toneRank.findLast(tone => tones.includes(tone)) ?? 'plain'
}
