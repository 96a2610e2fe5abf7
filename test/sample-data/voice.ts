// What a made-up customer tells us: scores of 0-10 with comments, and what annoys them, again and again.

import { dayMs } from '../../shared/time.ts'
import type { Annoyed, Answered, IrritantCategory, Language, Touchpoint } from './life.ts'
import type { Random } from './random.ts'

type Group = 'promoter' | 'passive' | 'detractor'
type Comments = readonly [string, ...string[]]

const comments: Record<Language, Record<Group, Comments>> = {
  en: {
    promoter: ['Always on time.', 'You think along with us.', 'Colours exactly as promised.'],
    passive: ['Fine, but the proof took long.', 'Good. The price less so.', 'Works.'],
    detractor: ['Had to ask three times.', 'The parcel came torn, again.', 'Nobody called back.'],
  },
  lt: {
    promoter: ['Visada laiku.', 'Malonu dirbti kartu.', 'Spalvos tokios, kaip žadėjote.'],
    passive: ['Gerai, bet maketo laukėme ilgai.', 'Neblogai, tik brangoka.', 'Tinka.'],
    detractor: ['Teko klausti tris kartus.', 'Siunta vėl atvyko suplyšusi.', 'Niekas neperskambino.'],
  },
  ru: {
    promoter: ['Всегда вовремя.', 'С вами легко работать.', 'Цвета точно как обещали.'],
    passive: ['Хорошо, но макет ждали долго.', 'Нормально, только дорого.', 'Устраивает.'],
    detractor: ['Пришлось спрашивать трижды.', 'Посылка снова пришла рваной.', 'Никто не перезвонил.'],
  },
}

const touchpoints: readonly [Touchpoint, ...Touchpoint[]] = [
  'order',
  'order',
  'survey',
  'deal',
  'review',
  'visit',
]

const notes: Record<IrritantCategory, readonly [string, ...string[]]> = {
  'bigger-customers-first': ['Our slot went to a bigger job', 'Told to wait, a chain was served first'],
  'imposed-on': ['Had to send the files again in another format', 'Asked to pick up the order themselves'],
  'expectations-not-met': ['Paper thinner than the sample', 'Colours duller than on the proof'],
  'promise-not-kept': ['Call back promised for Friday never came', 'Discount promised, not on the invoice'],
  'small-mistakes': ['Invoice to the wrong address', 'Old logo printed', 'Phone number with a wrong digit'],
  'stopped-improving': ['Ordering still works by mail only', 'Same template for three years'],
  'too-little-care': ['No reply to holiday dates', 'Parcel left in the rain'],
  'no-reason-to-use-more': ['Never heard of the labels we also make'],
  'rude-staff': ['Cut off on the phone', 'Driver shouted at reception'],
  'slow-answers': ['Quote took eight days', 'Question about paper unanswered for a week'],
  'slow-delivery': ['Delivered nine days late', 'Half of the order came a week later'],
  'no-training': ['Nobody showed how to check a proof'],
  'value-no-longer-seen': ['Says an online printer does the same'],
  'too-many-offers': ['Fourth newsletter this month', 'Called about an offer on the day of a complaint'],
}

/** The frequent ones stand here more than once. */
const categories: readonly [IrritantCategory, ...IrritantCategory[]] = [
  'small-mistakes',
  'small-mistakes',
  'small-mistakes',
  'slow-delivery',
  'slow-delivery',
  'slow-delivery',
  'slow-answers',
  'slow-answers',
  'promise-not-kept',
  'promise-not-kept',
  'expectations-not-met',
  'expectations-not-met',
  'too-many-offers',
  'too-little-care',
  'bigger-customers-first',
  'imposed-on',
  'stopped-improving',
  'no-reason-to-use-more',
  'rude-staff',
  'no-training',
  'value-no-longer-seen',
]

/** Answers to one purchase in six, a few days after it; one customer's scores lie near each other. */
export function drawAnswers(
  random: Random,
  purchaseTimes: readonly number[],
  language: Language,
  until: number,
): Answered[] {
  const usual = 8.4 + 1.5 * random.normal()
  return purchaseTimes
    .filter(() => random.chance(1 / 6))
    .map(bought => answer(random, bought + random.integer(1, 6) * dayMs, usual, language))
    .filter(({ at }) => at <= until)
}

function answer(random: Random, at: number, usual: number, language: Language): Answered {
  const score = Math.min(10, Math.max(0, Math.round(usual + random.normal())))
  const comment = random.pick(comments[language][groupOf(score)])
  return { at, score, ...(random.chance(0.6) && { comment }), touchpoint: random.pick(touchpoints) }
}

function groupOf(score: number): Group {
  if (score >= 9) return 'promoter'
  return score >= 7 ? 'passive' : 'detractor'
}

/** What annoyed them after some of their purchases: each thing once or again, half of it solved in the end. */
export function drawAnnoyances(random: Random, purchaseTimes: readonly number[], until: number): Annoyed[] {
  const [first, ...later] = purchaseTimes
  if (first === undefined) return []
  const things = new Set(Array.from({ length: random.poisson(0.4) }, () => random.pick(categories)))
  return [...things].flatMap(category => annoyance(random, random.pick([first, ...later]), category, until))
}

function annoyance(random: Random, start: number, category: IrritantCategory, until: number): Annoyed[] {
  const note = random.pick(notes[category])
  const occurrences: Annoyed[] = []
  const times = 1 + random.poisson(0.7)
  for (
    let at = start + dayMs;
    at <= until && occurrences.length < times;
    at += random.integer(15, 110) * dayMs
  ) {
    occurrences.push({ at, category, note })
  }
  const last = occurrences.at(-1)
  const solvedAt = (last?.at ?? 0) + random.integer(1, 20) * dayMs
  if (last && random.chance(0.5) && solvedAt <= until) last.solvedAt = solvedAt
  return occurrences
}
