import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { defaultSettings, presetMultiples } from '../../shared/settings.ts'
import { changeSettings, differencesBetween, layOver, settingsChange } from '../../shared/settings-change.ts'

describe('a change of settings', () => {
  it('leaves everything it does not name as it was', () => {
    const changed = changeSettings(defaultSettings, { bands: { watch: 30 }, keyCustomers: 50 })
    expect(changed).toEqual({
      ...defaultSettings,
      bands: { watch: 30, high: 75, veryHigh: 90 },
      keyCustomers: 50,
    })
    expect(changeSettings(defaultSettings, {})).toEqual(defaultSettings)
  })

  it('that picks a preset brings its multiples and ends the provisional rule', () => {
    const { rule } = changeSettings(defaultSettings, { rule: { preset: 'contract' } })
    expect(rule).toEqual({ preset: 'contract', ...presetMultiples.contract, provisional: false })
    const again = changeSettings(defaultSettings, { rule: { preset: 'retail' } })
    expect(again.rule).toEqual({ ...defaultSettings.rule, provisional: false })
  })

  it('that picks the model or own numbers keeps the multiples unless it names others', () => {
    expect(changeSettings(defaultSettings, { rule: { preset: 'model' } }).rule).toMatchObject({
      preset: 'model',
      late: 1.5,
      lost: 3,
    })
    const own = changeSettings(defaultSettings, { rule: { preset: 'own', late: 2, lost: 4 } })
    expect(own.rule).toEqual({ preset: 'own', late: 2, lost: 4, provisional: false })
  })

  it('says itself whether the rule stays provisional, where it says so', () => {
    const { rule } = changeSettings(defaultSettings, { rule: { preset: 'retail', provisional: true } })
    expect(rule).toEqual(defaultSettings.rule)
  })

  it('may write the multiples of a preset in short, and is taken at its word for others', () => {
    const short = changeSettings(defaultSettings, { rule: { preset: 'contract', late: 1, lost: 1.33 } })
    expect(short.rule.lost).toBe(4 / 3)
    const other = changeSettings(defaultSettings, { rule: { preset: 'contract', late: 1, lost: 1.4 } })
    expect(other.rule.lost).toBe(1.4)
  })

  it('is read without the fields it does not know', () => {
    const change = JSON.parse(
      '{"bands": {"watch": 30, "glow": 5}, "colour": "blue", "__proto__": {"keyCustomers": 3}}',
    )
    expect(z.parse(settingsChange, change)).toEqual({ bands: { watch: 30 } })
  })

  it('is refused where a field is of the wrong type, with its path', () => {
    const { error } = z.safeParse(settingsChange, {
      rule: { late: '2' },
      voice: null,
      keyCustomers: 2.5,
      horizon: { fixedDays: [] },
    })
    expect(error?.issues.map(({ path }) => path.join('.'))).toEqual([
      'rule.late',
      'horizon.fixedDays',
      'voice',
      'keyCustomers',
    ])
  })
})

describe('settings laid over others', () => {
  it('fill the gaps of a group that gained a field, and of a group that is new', () => {
    const { fragile, ...olderVoice } = { ...defaultSettings.voice, promoter: -1 }
    const { systemic, ...older } = { ...defaultSettings, voice: olderVoice }
    const laid = layOver(defaultSettings, older)
    expect(laid.voice).toEqual({ ...defaultSettings.voice, promoter: -1 })
    expect(laid.systemic).toEqual(systemic)
    expect(laid.voice.fragile).toBe(fragile)
  })
})

describe('the differences between settings', () => {
  it('are none between the same ones, and one for each setting that is another', () => {
    const after = changeSettings(defaultSettings, {
      rule: { preset: 'own', late: 2 },
      horizon: { fixedDays: 30 },
      halfLifeDays: 90,
    })
    expect(differencesBetween(defaultSettings, defaultSettings)).toEqual([])
    expect(differencesBetween(defaultSettings, after)).toEqual([
      { path: 'rule.preset', before: 'retail', after: 'own' },
      { path: 'rule.late', before: 1.5, after: 2 },
      { path: 'rule.provisional', before: true, after: false },
      { path: 'horizon.fixedDays', before: null, after: 30 },
      { path: 'halfLifeDays', before: 180, after: 90 },
    ])
  })
})
