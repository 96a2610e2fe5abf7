// A change of settings: some of them, laid over those that were there, and what is different afterwards. Whether
// the settings make sense together is shared/settings-contradictions.ts.

import * as z from 'zod/mini'
import { presetMultiples, type RulePreset, type Settings, settingsSchema } from './settings.ts'

type Group = Record<string, unknown>

/** Any of the settings; of a group any of its fields. */
export type SettingsChange = {
  [Name in keyof Settings]?: Settings[Name] extends Group ? Partial<Settings[Name]> : Settings[Name]
}

/** Fields it does not know are left out: an installed extension may be older or newer. */
export const settingsChange = z.object(
  Object.fromEntries(
    Object.entries(settingsSchema.shape).map(([name, field]) => [
      name,
      z.optional(field instanceof z.ZodMiniObject ? z.partial(field) : field),
    ]),
  ),
) as unknown as z.ZodMiniType<SettingsChange>

/** One setting that is different, `rule.late`, and what it was and is. */
export interface Difference {
  path: string
  before: unknown
  after: unknown
}

/** The settings with those of the change in their place, field by field. */
export function layOver(settings: Settings, change: SettingsChange): Settings {
  const laid = Object.entries(settings).map(([name, present]) => {
    const changed = change[name as keyof Settings]
    if (changed === undefined) return [name, present]
    return [name, isGroup(present) && isGroup(changed) ? { ...present, ...changed } : changed]
  })
  return z.parse(settingsSchema, Object.fromEntries(laid))
}

/**
 * The settings after an admin's change. To name a preset is to pick it: its own multiples come with it and the
 * rule is no longer provisional, unless the change says otherwise. Multiples of a preset may be written in
 * short, 1.33 for 4/3.
 */
export function changeSettings(settings: Settings, change: SettingsChange): Settings {
  const preset = change.rule?.preset
  const picked = preset === undefined ? {} : { ...multiplesOf(preset), provisional: false }
  const { rule, ...others } = layOver(settings, { ...change, rule: { ...picked, ...change.rule } })
  const own = multiplesOf(rule.preset)
  return { ...others, rule: own && isNear(own, rule) ? { ...rule, ...own } : rule }
}

/** Every setting that is not the same in both, in the order of the settings. */
export function differencesBetween(before: Settings, after: Settings): Difference[] {
  const later = new Map(leavesOf(after))
  return leavesOf(before)
    .map(([path, value]) => ({ path, before: value, after: later.get(path) }))
    .filter(difference => difference.before !== difference.after)
}

/** What a preset fixes, in multiples of the interval; null where it leaves them to the admin. */
export function multiplesOf(preset: RulePreset): { late: number; lost: number } | null {
  return preset === 'contract' || preset === 'retail' ? presetMultiples[preset] : null
}

/** As near as 4/3 is to what people write for it. */
const shortened = 0.01

function isNear(own: { late: number; lost: number }, { late, lost }: Settings['rule']): boolean {
  return Math.abs(own.late - late) < shortened && Math.abs(own.lost - lost) < shortened
}

/** Every single setting by its path: `['rule.late', 1.5]`. */
function leavesOf(settings: Settings): [path: string, value: unknown][] {
  return Object.entries(settings).flatMap<[string, unknown]>(([name, value]) =>
    isGroup(value)
      ? Object.entries(value).map<[string, unknown]>(([field, leaf]) => [`${name}.${field}`, leaf])
      : [[name, value]],
  )
}

function isGroup(value: unknown): value is Group {
  return typeof value === 'object' && value !== null
}
