import { expect, test } from 'vitest'
import { generateSampleData } from '../../sample-data/generate.ts'
import { crmCustomers } from './customers.ts'
import { crmMessages, messageIds } from './mail.ts'
import { ownAddress } from './records.ts'

const now = Date.parse('2026-11-23T09:30:00Z')
const customers = crmCustomers(generateSampleData({ now, customers: 60 }).customers, now)
const messages = crmMessages(customers, now)

function message(id: string) {
  const found = messages.find(one => one.id === id)
  if (!found) throw new Error(`no message ${id}`)
  return found
}

const emailOf = (number: number) => customers[number - 1]?.email

test('every message has an id of its own and lies before now, the newest first', () => {
  expect(new Set(messages.map(({ id }) => id)).size).toBe(messages.length)
  const moments = messages.map(({ at }) => Date.parse(at))
  expect(moments).toEqual([...moments].sort((one, other) => other - one))
  expect(moments[0]).toBeLessThan(now)
})

test('mail from a customer comes from their address, ours goes to theirs', () => {
  expect(message(messageIds.fromCustomer).from.address).toBe(emailOf(1))
  expect(message(messageIds.outgoing).from.address).toBe(ownAddress)
  expect(message(messageIds.outgoing).to.map(({ address }) => address)).toEqual([emailOf(2)])
  expect(message(messageIds.outgoingToTwo).to.map(({ address }) => address)).toEqual([
    emailOf(10),
    emailOf(11),
  ])
})

test('a body can carry the address of somebody who did not send it', () => {
  const { from, body } = message(messageIds.lookalikeHeaderInBody)
  expect(from.address).toBe(emailOf(3))
  expect(body).toContain(`class="sender" data-address="${emailOf(1)}"`)
})

test('a display name can be the address of somebody else, or be absent', () => {
  expect(message(messageIds.displayNameOfAnother).from).toEqual({ name: emailOf(8), address: emailOf(7) })
  expect(message(messageIds.noDisplayName).from).toEqual({ address: emailOf(9) })
})

test('two customers stand in Cc, and an unknown sender is no customer', () => {
  expect(message(messageIds.twoInCc).cc.map(({ address }) => address)).toEqual([emailOf(5), emailOf(6)])
  const unknown = message(messageIds.unknownSender).from.address
  expect(customers.map(({ email }) => email)).not.toContain(unknown)
})

test('too few customers for the situations are refused', () => {
  expect(() => crmMessages(customers.slice(0, 10), now)).toThrow('11 customers are needed')
})
