// What in settings does not go together, though every single one is in its own bounds: such settings are refused
// as a whole. Pure.

import type { Settings } from './settings.ts'
import { multiplesOf } from './settings-change.ts'

/** Where, `rule.late`, and what is wrong there in a sentence. */
export interface Contradiction {
  path: string
  message: string
}

/** All of them, in the order of the settings; none for settings that can be kept. */
export function settingsContradictions(settings: Settings): Contradiction[] {
  return [
    ...inRule(settings),
    ...inModel(settings),
    ...inBands(settings),
    ...inHorizon(settings),
    ...inVoice(settings),
    ...inClasses(settings),
  ]
}

function inRule({ rule: { preset, late, lost } }: Settings): Contradiction[] {
  const own = multiplesOf(preset)
  const other = (field: string) =>
    `not what the preset ${preset} has: for another ${field} choose the preset own`
  return [
    ...found(late > lost, 'rule.late', 'nobody is late after they are lost: late has to be at most lost'),
    ...found(own !== null && late !== own.late, 'rule.late', other('late')),
    ...found(own !== null && lost !== own.lost, 'rule.lost', other('lost')),
  ]
}

function inModel({ model: { late, lost } }: Settings): Contradiction[] {
  return [
    ...found(late > lost, 'model.late', 'nobody is late after they are lost: late has to be at most lost'),
    ...found(late === 1, 'model.late', 'no silence is ever so certain: late has to be below 1'),
    ...found(lost === 1, 'model.lost', 'no silence is ever so certain: lost has to be below 1'),
  ]
}

function inBands({ bands: { watch, high, veryHigh } }: Settings): Contradiction[] {
  return [
    ...found(watch >= high, 'bands.watch', 'out of order: watch has to start below high'),
    ...found(high >= veryHigh, 'bands.high', 'out of order: high has to start below veryHigh'),
  ]
}

function inHorizon({ horizon: { leastDays, mostDays } }: Settings): Contradiction[] {
  const message = 'the least cannot be above the most: leastDays has to be at most mostDays'
  return found(leastDays > mostDays, 'horizon.leastDays', message)
}

/** What each weight can do is in its name: none may turn a complaint into a good sign or praise into a bad one. */
function inVoice({ voice: { promoter, ...complaints } }: Settings): Contradiction[] {
  const { answeredDetractor, unansweredDetractor } = complaints
  return [
    ...found(promoter > 0, 'voice.promoter', 'praise cannot raise the risk: promoter has to be at most 0'),
    ...Object.entries(complaints).flatMap(([name, weight]) =>
      found(weight < 0, `voice.${name}`, `a complaint cannot lower the risk: ${name} has to be at least 0`),
    ),
    ...found(
      answeredDetractor > unansweredDetractor,
      'voice.answeredDetractor',
      'an answer cannot make it worse: answeredDetractor has to be at most unansweredDetractor',
    ),
  ]
}

function inClasses({ classes: { a, b }, regularity: { x, y } }: Settings): Contradiction[] {
  return [
    ...found(a >= b, 'classes.a', 'class A ends before class B does: a has to be below b'),
    ...found(x > y, 'regularity.x', 'X is more regular than Y: x has to be at most y'),
  ]
}

function found(isWrong: boolean, path: string, message: string): Contradiction[] {
  return isWrong ? [{ path, message }] : []
}
