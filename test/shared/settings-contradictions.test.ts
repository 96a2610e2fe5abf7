import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { defaultSettings, presetMultiples, type Settings, settingsSchema } from '../../shared/settings.ts'
import { layOver, type SettingsChange } from '../../shared/settings-change.ts'
import { settingsContradictions } from '../../shared/settings-contradictions.ts'

const pathsIn = (change: SettingsChange) =>
  settingsContradictions(layOver(defaultSettings, change)).map(({ path }) => path)

describe('settings without a contradiction', () => {
  it('are the defaults, and those of every preset', () => {
    expect(settingsContradictions(defaultSettings)).toEqual([])
    for (const preset of ['contract', 'retail'] as const) {
      expect(pathsIn({ rule: { preset, ...presetMultiples[preset] } })).toEqual([])
    }
    expect(pathsIn({ rule: { preset: 'model', late: 1.2, lost: 2.5 } })).toEqual([])
    expect(pathsIn({ rule: { preset: 'own', late: 1.2, lost: 2.5 } })).toEqual([])
  })

  it('may put two thresholds that are reached together on one value', () => {
    expect(pathsIn({ rule: { preset: 'own', late: 2, lost: 2 } })).toEqual([])
    expect(pathsIn({ model: { late: 0.8, lost: 0.8 } })).toEqual([])
    expect(pathsIn({ horizon: { leastDays: 60, mostDays: 60 } })).toEqual([])
    expect(pathsIn({ regularity: { x: 0.7, y: 0.7 } })).toEqual([])
  })
})

describe('a contradiction', () => {
  const contradictions: [string, SettingsChange, string[]][] = [
    ['late above lost', { rule: { preset: 'own', late: 3, lost: 2 } }, ['rule.late']],
    ['a preset with another late', { rule: { preset: 'retail', late: 2 } }, ['rule.late']],
    ['a preset with another lost', { rule: { preset: 'contract', late: 1, lost: 2 } }, ['rule.lost']],
    ['the multiples of another preset', { rule: { preset: 'contract' } }, ['rule.late', 'rule.lost']],
    ['late of the model above lost', { model: { late: 0.95 } }, ['model.late']],
    ['a certainty no silence reaches', { model: { lost: 1 } }, ['model.lost']],
    ['two certainties no silence reaches', { model: { late: 1, lost: 1 } }, ['model.late', 'model.lost']],
    ['watch above high', { bands: { watch: 80 } }, ['bands.watch']],
    ['watch where high begins', { bands: { watch: 75 } }, ['bands.watch']],
    ['high above very high', { bands: { high: 95 } }, ['bands.high']],
    ['bands upside down', { bands: { watch: 90, high: 75, veryHigh: 40 } }, ['bands.watch', 'bands.high']],
    ['the least horizon above the most', { horizon: { leastDays: 400 } }, ['horizon.leastDays']],
    ['praise that raises the risk', { voice: { promoter: 0.4 } }, ['voice.promoter']],
    ['a complaint that lowers the risk', { voice: { openIrritant: -0.3 } }, ['voice.openIrritant']],
    ['an answer that makes it worse', { voice: { answeredDetractor: 1 } }, ['voice.answeredDetractor']],
    ['A that ends where B does', { classes: { a: 0.95 } }, ['classes.a']],
    ['A that ends after B', { classes: { a: 0.99 } }, ['classes.a']],
    ['X less regular than Y', { regularity: { x: 1.5 } }, ['regularity.x']],
  ]

  it.each(contradictions)('is %s', (_, change, paths) => {
    expect(pathsIn(change)).toEqual(paths)
  })

  it('is told in a sentence that names the field it is found at', () => {
    const all = contradictions.flatMap(([, change]) =>
      settingsContradictions(layOver(defaultSettings, change)),
    )
    for (const { path, message } of all) expect(message.split(/\W+/)).toContain(path.split('.')[1])
  })

  it('is named at a setting there is', () => {
    for (const [, , paths] of contradictions) {
      for (const path of paths) {
        const [group = '', field = ''] = path.split('.')
        expect(defaultSettings[group as keyof Settings]).toHaveProperty(field)
      }
    }
  })
})

describe('the bounds of single settings', () => {
  it.each<[string, object]>([
    ['a weight that is a word', { voice: { ...defaultSettings.voice, promoter: 'strong' } }],
    ['a weight that is no number', { voice: { ...defaultSettings.voice, promoter: Number.NaN } }],
    ['a weight without end', { voice: { ...defaultSettings.voice, promoter: Number.POSITIVE_INFINITY } }],
    ['no weight', { voice: { ...defaultSettings.voice, promoter: null } }],
    ['a late of 0', { rule: { ...defaultSettings.rule, late: 0 } }],
    ['a band at half a point', { bands: { ...defaultSettings.bands, watch: 40.5 } }],
    ['an unknown preset', { rule: { ...defaultSettings.rule, preset: 'strict' } }],
  ])('refuse %s before any contradiction is looked for', (_, wrong) => {
    expect(z.safeParse(settingsSchema, { ...defaultSettings, ...wrong }).success).toBe(false)
  })
})
