import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emailWithoutTag, normaliseDomain, normaliseEmail } from '../../shared/identity.ts'

describe('an e-mail address', () => {
  it.each([
    ['  Ruta.Jank@Baltic.LT ', 'ruta.jank@baltic.lt'],
    ['jonas@ŠIAULIAI.lt', 'jonas@xn--iauliai-pqb.lt'],
    ['Ru.Ta+shop@gmail.com', 'ruta@gmail.com'],
    ['ruta@googlemail.com', 'ruta@gmail.com'],
    ['ru.ta+shop@baltic.lt', 'ru.ta+shop@baltic.lt'],
    ['Ru\u0304ta@baltic.lt', 'r\u016Bta@baltic.lt'],
  ])('%s is kept as %s', (written, expected) => {
    expect(normaliseEmail(written)).toBe(expected)
  })

  it.each([
    '',
    'ruta',
    '@baltic.lt',
    'ruta@',
    'ruta@baltic',
    'a b@baltic.lt',
    'a@b@c.lt',
    'ruta@127.0.0.1',
    'ruta@-.lt',
    '+tag@gmail.com',
    '...@gmail.com',
  ])('%j is none', written => {
    expect(normaliseEmail(written)).toBeNull()
  })

  it('is the same when normalised again', () => {
    fc.assert(
      fc.property(fc.emailAddress(), address => {
        const once = normaliseEmail(address)
        expect(once === null ? null : normaliseEmail(once)).toBe(once)
      }),
    )
  })

  it('is looked for quickly in text that is none', () => {
    const started = performance.now()
    for (const text of ['a.'.repeat(50_000), `${'a'.repeat(1000)}@${'b.'.repeat(120)}`, '@'.repeat(10_000)])
      normaliseEmail(text)
    expect(performance.now() - started).toBeLessThan(100)
  })

  it('loses its tag only as a suggestion', () => {
    expect(emailWithoutTag('ruta+shop@baltic.lt')).toBe('ruta@baltic.lt')
    expect(emailWithoutTag('ruta@baltic.lt')).toBeNull()
    expect(emailWithoutTag('+shop@baltic.lt')).toBeNull()
  })
})

describe('a domain', () => {
  it.each(['localhost', 'a..lt', 'http://a.lt', 'a.lt/path', 'a.lt:80', '10.0.0.1', 'a%2e.lt'])(
    '%s is none',
    text => {
      expect(normaliseDomain(text)).toBeNull()
    },
  )
})
