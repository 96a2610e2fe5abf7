import { expect, test } from 'vitest'
import { demoCrm } from '../../../extension/adapters/demo-crm.ts'
import { parsePage, savedPages } from '../saved-page.ts'

const url = new URL('http://127.0.0.1:8790/demo-crm/mail/M-1001')

function savedMessage(): string {
  const page = savedPages().find(({ name }) => name === 'demo-crm/message-from-customer.2026-11')
  return page?.html ?? ''
}

test('a message still drawn for the address before is nobody’s', () => {
  const page = parsePage(savedMessage())
  expect(demoCrm.read([page], url)).toHaveProperty('found')
  const next = new URL('http://127.0.0.1:8790/demo-crm/mail/M-1002')
  expect(demoCrm.read([page], next)).toEqual({ missing: 'not-understood' })
})

test('without knowing who we are, nobody is taken for the customer', () => {
  const page = parsePage(savedMessage())
  page.querySelector('[data-own-address]')?.removeAttribute('data-own-address')
  expect(demoCrm.read([page], url)).toEqual({ missing: 'not-understood' })
})
