import { expect, test } from 'vitest'
import { toSent } from '../../../extension/page/sent-reading.ts'

const evidence = (value: string) => ({
  identity: { kind: 'email' as const, value },
  rule: 'sender-2026-11',
  node: document.createElement('span'),
})

test('a reading leaves its nodes behind', () => {
  expect(toSent({ found: [evidence('anna@example.com')] })).toEqual({
    found: [{ kind: 'email', value: 'anna@example.com' }],
    rules: ['sender-2026-11'],
  })
})

test('no more identities leave a page than the Worker takes', () => {
  const [first, second, ...more] = Array.from({ length: 30 }, (_, n) => evidence(`p${n}@example.com`))
  if (!first || !second) throw new Error('There are thirty.')
  const sent = toSent({ several: [first, second, ...more] })
  expect('several' in sent && sent.several).toHaveLength(20)
})
