// The shape of everything that is said to the background, checked before anything is done with it: a content
// script lives in a process the host page may have taken over.

import * as z from 'zod/mini'
import { identitySchema } from '../../shared/facts.ts'
import { decimalMarks } from '../../shared/import-amount.ts'
import { importFields, importKinds } from '../../shared/import-columns.ts'
import { dateOrders } from '../../shared/import-date.ts'
import type { FromPanel, MessageName, Messages } from '../messages.ts'
import { encodings } from '../options/import/encoding.ts'
import { separators } from '../options/import/separator.ts'
import { languages, themes } from '../preferences.ts'
import { mostKeptRefused } from '../unfinished-import.ts'

const key = z.string().check(z.minLength(8), z.maxLength(100))
const id = z.string().check(z.minLength(1), z.maxLength(200))
const question = z.int().check(z.gte(0))
const nothing = z.object({})
const identities = z.array(identitySchema).check(z.minLength(1), z.maxLength(20))

const reading = z.union([
  z.object({ found: identities, rules: z.array(id).check(z.maxLength(20)) }),
  z.object({ several: identities }),
  z.object({ missing: z.enum(['no-customer', 'not-understood']) }),
  z.object({ settling: z.literal(true) }),
])

const kind = z.enum(importKinds)
const importId = z.string().check(z.regex(/^[\w-]{8,64}$/))
const fingerprint = z.string().check(z.minLength(8), z.maxLength(200))
const count = z.int().check(z.gte(0))

const unfinishedImport = z.object({
  fingerprint,
  importId,
  choices: z.object({
    kind,
    encoding: z.enum(encodings),
    separator: z.enum(separators),
    columns: z.partialRecord(z.enum([...importFields.purchases, ...importFields.responses]), count),
    rules: z.object({
      dateOrder: z.enum(dateOrders),
      decimal: z.enum(decimalMarks),
      currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
    }),
    source: id,
  }),
  confirmed: count,
  counts: z.object({ accepted: count, duplicates: count, otherCurrency: count }),
  refused: z.array(z.object({ line: count, code: id })).check(z.maxLength(mostKeptRefused)),
})

export const messageShapes: { [Name in MessageName]: z.ZodMiniType<Messages[Name][0]> } = {
  'issue-nonce': z.object({ page: key, host: id }),
  'keep-placement': z.object({ host: id, collapsed: z.boolean() }),
  reading: z.object({ page: key, question, host: id, reading }),
  connection: nothing,
  connect: z.object({
    address: z.string().check(z.maxLength(2000)),
    token: z.string().check(z.maxLength(2000)),
  }),
  disconnect: nothing,
  hosts: nothing,
  'enable-host': z.object({ id }),
  'disable-host': z.object({ id }),
  preferences: nothing,
  'keep-preferences': z.object({ language: z.enum(languages), theme: z.enum(themes) }),
  'import-part': z.object({
    importId,
    kind,
    source: id,
    fileName: z.string().check(z.maxLength(200)),
    into: z.object({ origin: id, workspace: id }),
    csv: z.string().check(z.maxLength(1_100_000)),
  }),
  imports: nothing,
  'undo-import': z.object({ id }),
  'fit-model': nothing,
  'unfinished-import': z.object({ fingerprint }),
  'keep-import': unfinishedImport,
  'forget-import': z.object({ fingerprint }),
}

export const panelShape: z.ZodMiniType<FromPanel> = z.discriminatedUnion('say', [
  z.object({ say: z.literal('open'), nonce: key }),
  z.object({ say: z.literal('resume'), ticket: key }),
  z.object({ say: z.literal('follow') }),
  z.object({ say: z.literal('shown'), question }),
  z.object({ say: z.literal('choose'), question, customerId: id }),
  z.object({ say: z.literal('refresh') }),
  z.object({
    say: z.literal('log-irritant'),
    key,
    customerId: id,
    category: id,
    note: z.nullable(z.string().check(z.maxLength(4000))),
    at: z.int(),
  }),
  z.object({ say: z.literal('discard'), key }),
  z.object({ say: z.literal('open-options') }),
])
