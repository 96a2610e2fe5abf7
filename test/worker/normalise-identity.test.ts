import { describe, expect, it } from 'vitest'
import { hintsOf, normaliseIdentity } from '../../worker/normalise-identity.ts'

const phone = (value: string, region = 'LT') =>
  normaliseIdentity({ kind: 'phone', value }, region)?.value ?? null

describe('phones', () => {
  it.each([
    ['8 612 34567', '+37061234567'],
    ['(8-612) 34567', '+37061234567'],
    ['+370 612 34567', '+37061234567'],
    ['００３７０ 612 34567', '+37061234567'],
    ['+1 (312) 555-0106', '+13125550106'],
  ])('%s is %s', (written, expected) => {
    expect(phone(written)).toBe(expected)
  })

  it('without a country need the region', () => {
    expect(phone('030 23125 002', 'DE')).toBe('+4930231250' + '02')
    expect(phone('030 23125 002', '')).toBeNull()
  })

  it.each(['', 'call me', '12', '1'.repeat(5000), '+'])('%j is none', written => {
    expect(phone(written)).toBeNull()
  })
})

describe('records', () => {
  it('belong to their host, whatever its case', () => {
    expect(normaliseIdentity({ kind: 'record', value: ' 7 ', host: 'CRM' }, 'LT')).toEqual({
      kind: 'record',
      value: '7',
      host: 'crm',
    })
  })
})

describe('hints', () => {
  it("are the address without its tag and the company's domain", () => {
    expect(hintsOf({ kind: 'email', value: 'ruta+shop@baltic.lt', host: '' })).toEqual([
      { kind: 'email', value: 'ruta@baltic.lt', host: '' },
      { kind: 'domain', value: 'baltic.lt', host: '' },
    ])
  })
})
