// Verdict: the worse of rhythm and mood in at most ten words, both named.

import { count, formatNumber, type Locale, type Plural } from '../../shared/locale.ts'
import type { Risk, StatusId, Tone } from '../../shared/snapshot.ts'
import { fragileReturn } from '../fragile-return.ts'
import type { History } from '../history.ts'
import { statusAt } from '../standing.ts'
import { gapDays } from './gap.ts'
import { intervalOf } from './interval.ts'
import { annoyancesOf } from './irritants.ts'
import type { Moment } from './metric.ts'
import { type MoodCause, type MoodFound, moodOf } from './mood.ts'
import { latestResponse } from './nps.ts'
import { brokenPromises, daysLate } from './promises.ts'
import { sayHours, waitOf } from './waiting.ts'

interface Words {
  uneasy: string
  angry: string
  /** Behind a mood: "Angry, still buying." */
  aside: Record<StatusId, string>
  /** Rhythm first. */
  prospect: string
  new: string
  once: string
  active: string
  departed: string
  atRisk: string
  late: (gap: string, interval: string) => string
  lost: (gap: string, interval: string) => string
  backToday: string
  back: Plural
  backThemselvesToday: string
  backThemselves: Plural
  /** After a fragile return. */
  handle: string
  uneasyAside: string
  /** Behind a rhythm, where the mood is calm; `nothingLogged` where ten words leave no room for the other. */
  noComplaint: string
  nothingLogged: string
  complaintsSolved: string
  gave: (score: number) => string
  /** Behind a mood: where it comes from. */
  causeAgain: string
  repeated: Plural
  unanswered: (score: number) => string
  complained: string
  promiseBroken: Plural
  promiseNotKept: string
  waiting: (wait: string) => string
}

const words: Record<Locale, Words> = {
  en: {
    uneasy: 'Uneasy',
    angry: 'Angry',
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
    prospect: 'Has not bought yet.',
    new: 'New customer. First impressions count.',
    once: 'Bought once. Second purchase is open.',
    active: 'Buys on time.',
    departed: 'Left, told us.',
    atRisk: 'Still on time, yet likely to leave.',
    late: (gap, interval) => `Slipping: ${gap} days silent, usually ${interval}.`,
    lost: (gap, interval) => `Gone quiet: ${gap} days, usually ${interval}.`,
    backToday: 'Came back today',
    back: { one: 'Came back # day ago', other: 'Came back # days ago' },
    backThemselvesToday: 'Came back by themselves today',
    backThemselves: { one: 'Came back by themselves # day ago', other: 'Came back by themselves # days ago' },
    handle: 'Handle with care.',
    uneasyAside: 'uneasy',
    noComplaint: 'No complaint logged.',
    nothingLogged: 'Nothing logged.',
    complaintsSolved: 'Complaints solved.',
    gave: score => `Gave ${score}/10.`,
    causeAgain: 'What they left for happened again.',
    repeated: { one: 'Annoyed once.', other: 'Same mistake # times.' },
    unanswered: score => `Gave ${score}/10, nobody answered.`,
    complained: 'A complaint is open.',
    promiseBroken: { one: 'Promise broken, # day late.', other: 'Promise broken, # days late.' },
    promiseNotKept: 'A promise is still not kept.',
    waiting: wait => `Waiting ${wait} for our answer.`,
  },
  ru: {
    uneasy: 'Есть недовольство',
    angry: 'Злится',
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
    prospect: 'Ещё не покупает.',
    new: 'Новый клиент. Важно первое впечатление.',
    once: 'Купил один раз. Вторая покупка впереди.',
    active: 'Покупает в срок.',
    departed: 'Ушёл, сам сообщил.',
    atRisk: 'Покупает в срок, но риск высокий.',
    late: (gap, interval) => `Засыпает: ${gap} дн., обычно ${interval}.`,
    lost: (gap, interval) => `Замолчал: ${gap} дн., обычно ${interval}.`,
    backToday: 'Вернулся сегодня',
    back: {
      one: 'Вернулся # день назад',
      few: 'Вернулся # дня назад',
      many: 'Вернулся # дней назад',
      other: 'Вернулся # дня назад',
    },
    backThemselvesToday: 'Вернулся сам сегодня',
    backThemselves: {
      one: 'Вернулся сам # день назад',
      few: 'Вернулся сам # дня назад',
      many: 'Вернулся сам # дней назад',
      other: 'Вернулся сам # дня назад',
    },
    handle: 'Требует бережности.',
    uneasyAside: 'есть недовольство',
    noComplaint: 'Жалоб не записано.',
    nothingLogged: 'Жалоб не записано.',
    complaintsSolved: 'Жалобы решены.',
    gave: score => `Оценка ${score}/10.`,
    causeAgain: 'Снова то, из-за чего уходил.',
    repeated: {
      one: 'Та же ошибка # раз.',
      few: 'Та же ошибка # раза.',
      many: 'Та же ошибка # раз.',
      other: 'Та же ошибка # раза.',
    },
    unanswered: score => `Оценка ${score}/10, никто не связался.`,
    complained: 'Есть нерешённая жалоба.',
    promiseBroken: {
      one: 'Обещание нарушено, опоздание # день.',
      few: 'Обещание нарушено, опоздание # дня.',
      many: 'Обещание нарушено, опоздание # дней.',
      other: 'Обещание нарушено, опоздание # дня.',
    },
    promiseNotKept: 'Обещание ещё не выполнено.',
    waiting: wait => `Ждёт ответа ${wait}.`,
  },
  lt: {
    uneasy: 'Yra nepasitenkinimo',
    angry: 'Pyksta',
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
    prospect: 'Dar nepirko.',
    new: 'Naujas klientas. Svarbus pirmas įspūdis.',
    once: 'Pirko vieną kartą. Antras pirkimas dar priešaky.',
    active: 'Perka laiku.',
    departed: 'Išėjo, pats pranešė.',
    atRisk: 'Dar laiku, bet gali išeiti.',
    late: (gap, interval) => `Vėluoja pirkti: ${gap} d., paprastai ${interval}.`,
    lost: (gap, interval) => `Nutilo: ${gap} d., paprastai ${interval}.`,
    backToday: 'Sugrįžo šiandien',
    back: {
      one: 'Sugrįžo prieš # dieną',
      few: 'Sugrįžo prieš # dienas',
      many: 'Sugrįžo prieš # dienos',
      other: 'Sugrįžo prieš # dienų',
    },
    backThemselvesToday: 'Pats sugrįžo šiandien',
    backThemselves: {
      one: 'Pats sugrįžo prieš # dieną',
      few: 'Pats sugrįžo prieš # dienas',
      many: 'Pats sugrįžo prieš # dienos',
      other: 'Pats sugrįžo prieš # dienų',
    },
    handle: 'Elkitės atsargiai.',
    uneasyAside: 'yra nepasitenkinimo',
    noComplaint: 'Skundų nepažymėta.',
    nothingLogged: 'Skundų nepažymėta.',
    complaintsSolved: 'Skundai išspręsti.',
    gave: score => `Įvertino ${score}/10.`,
    causeAgain: 'Vėl tai, dėl ko išėjo.',
    repeated: {
      one: 'Ta pati klaida # kartą.',
      few: 'Ta pati klaida # kartus.',
      many: 'Ta pati klaida # karto.',
      other: 'Ta pati klaida # kartų.',
    },
    unanswered: score => `Įvertino ${score}/10, niekas nesusisiekė.`,
    complained: 'Yra neišspręstas skundas.',
    promiseBroken: {
      one: 'Pažadas netesėtas, vėluojama # dieną.',
      few: 'Pažadas netesėtas, vėluojama # dienas.',
      many: 'Pažadas netesėtas, vėluojama # dienos.',
      other: 'Pažadas netesėtas, vėluojama # dienų.',
    },
    promiseNotKept: 'Pažadas dar neištesėtas.',
    waiting: wait => `Laukia atsakymo ${wait}.`,
  },
}

const toneRank: readonly Tone[] = ['good', 'plain', 'warn', 'bad']
const moodTones: Record<MoodFound['mood'], Tone> = { calm: 'plain', uneasy: 'warn', angry: 'bad' }
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
  const found = moodOf(history, moment)
  const { id: status } = statusAt(history.standing, moment.today)
  const rhythmTone = worst([statusTones[status], isHigh(risk) ? 'bad' : 'good'])
  return {
    text: leads(status, rhythmTone, found, history, moment)
      ? rhythmFirst(status, found, history, moment, risk)
      : moodFirst(status, found, history, moment),
    tone: worst([rhythmTone, moodTones[found.mood]]),
  }
}

/** Does rhythm come first? Where it is the worse of the two, and where a return asks for care anyway. */
function leads(
  status: StatusId,
  rhythmTone: Tone,
  { mood }: MoodFound,
  history: History,
  moment: Moment,
): boolean {
  if (mood === 'angry') return false
  if (mood === 'calm') return true
  const saysHowBad = status !== 'new' && status !== 'once'
  return (rhythmTone === 'bad' && saysHowBad) || fragileReturn(history, moment) !== null
}

/** "Slipping: 45 days silent, usually 30. No complaint logged." */
function rhythmFirst(
  status: StatusId,
  { mood }: MoodFound,
  history: History,
  moment: Moment,
  risk: Risk,
): string {
  const say = words[moment.locale]
  const isFragile = fragileReturn(history, moment) !== null
  const nothing = isFragile ? say.nothingLogged : say.noComplaint
  const aside = mood === 'calm' ? sayCalm(history, moment.locale, nothing) : `${say.uneasy}.`
  if (status !== 'returned') return `${sayRhythm(status, history, moment, risk)} ${aside}`
  const back = sayReturn(isFragile, history, moment)
  if (!isFragile) return `${back}. ${aside}`
  return mood === 'calm' ? `${back}. ${say.handle} ${aside}` : `${back}, ${say.uneasyAside}. ${say.handle}`
}

function sayRhythm(
  status: Exclude<StatusId, 'returned'>,
  history: History,
  moment: Moment,
  risk: Risk,
): string {
  const say = words[moment.locale]
  switch (status) {
    case 'late':
    case 'lost': {
      const gap = gapDays(history, moment)
      const usual = Math.round(intervalOf(history, moment).days)
      const [days = '', interval = ''] = [typeof gap === 'number' ? gap : 0, usual].map(number =>
        formatNumber(moment.locale, number),
      )
      return say[status](days, interval)
    }
    case 'active':
      return isHigh(risk) ? say.atRisk : say.active
    default:
      return say[status]
  }
}

function sayReturn(isFragile: boolean, { standing }: History, { today, locale }: Moment): string {
  const { back, backToday, backThemselves, backThemselvesToday } = words[locale]
  const days = today - (standing.returnedDay ?? today)
  if (days === 0) return isFragile ? backToday : backThemselvesToday
  return count(locale, isFragile ? back : backThemselves, days)
}

function sayCalm(history: History, locale: Locale, nothing: string): string {
  const { gave, complaintsSolved } = words[locale]
  const latest = latestResponse(history)
  if (latest) return gave(latest.score)
  return history.irritants.length > 0 ? complaintsSolved : nothing
}

/** "Angry, still buying. Same mistake 3 times." */
function moodFirst(status: StatusId, { mood, causes: [cause] }: MoodFound, history: History, moment: Moment) {
  const { uneasy, angry, aside } = words[moment.locale]
  const because = cause ? ` ${sayCause(cause, history, moment)}` : ''
  return `${mood === 'angry' ? angry : uneasy}, ${aside[status]}.${because}`
}

function sayCause(cause: MoodCause, history: History, moment: Moment): string {
  const { locale } = moment
  const say = words[locale]
  switch (cause) {
    case 'cause-again':
      return say.causeAgain
    case 'repeat': {
      const [worst] = annoyancesOf(history, moment)
      return count(locale, say.repeated, worst?.occurrences.length ?? 0)
    }
    case 'score':
      return sayScore(history, locale)
    case 'promise': {
      const [longest] = brokenPromises(history, moment.today)
      return longest ? count(locale, say.promiseBroken, daysLate(longest, moment)) : say.promiseNotKept
    }
    case 'waiting':
      return say.waiting(sayHours(waitOf(history, moment)?.hours ?? 0, locale))
    case 'irritant':
      return say.complained
  }
}

function sayScore(history: History, locale: Locale): string {
  const { unanswered, gave } = words[locale]
  const latest = latestResponse(history)
  const score = latest?.score ?? 0
  return latest?.followedUpAt === null ? unanswered(score) : gave(score)
}

function isHigh({ band }: Risk): boolean {
  return band === 'high' || band === 'very-high'
}

function worst(tones: readonly Tone[]): Tone {
  return toneRank.findLast(tone => tones.includes(tone)) ?? 'plain'
}
