// A table of facts that members log: what all tables of facts share, with its rows as objects.

import { idOf } from '../fact-id.ts'
import { type FactTable, factTable, type StoredFact, type Value } from './fact-table.ts'

/** What every logged fact has beside its own fields. */
export interface Logged {
  /** When it happened, epoch milliseconds. */
  at: number
  /** Who logged it first; null where another system did. */
  authorId: string | null
}

/** A field stored in another form than it is known in. */
export interface Codec<T> {
  column: string
  store(value: T): Value
  load(value: Value): T
}

/** The table's own columns by the fields they hold: a column's name, where both have the same form. */
export type Columns<Content> = { [Key in keyof Content]: string | Codec<Content[Key]> }

/** The newest revision of a fact, with its content as an object. */
export interface Revision<Content> {
  /** Of the fact, as members speak of it. */
  id: string
  fact: StoredFact
  content: Content & Logged
}

export interface LoggedTable<Content> extends FactTable {
  fields: readonly Field[]
  /** Of the rows of `find` and `findOfCustomer`. */
  revisions(rows: readonly unknown[]): Revision<Content>[]
  /** A fact's `content`. */
  valuesOf(content: Content & Logged): Value[]
  /** The same without the moment; undefined for what is not stated. */
  statedValuesOf(stated: Partial<Content>): (Value | undefined)[]
}

export interface Field {
  key: string
  column: string
  store(value: unknown): Value
  load(value: Value): unknown
}

/** A truth as 1 or 0. */
export function flag(column: string): Codec<boolean> {
  return { column, store: Number, load: Boolean }
}

/** A value as JSON. */
export function json<T>(column: string): Codec<T> {
  return { column, store: value => JSON.stringify(value), load: value => JSON.parse(String(value)) }
}

/** The table `name` with its own columns beside `at` and `author_id`. */
export function loggedTable<Content extends object>(
  name: string,
  columns: Columns<Content>,
): LoggedTable<Content> {
  const fields = fieldsOf({ at: 'at', ...columns, authorId: 'author_id' })
  const table = factTable(
    name,
    fields.map(({ column }) => column),
  )
  return {
    ...table,
    fields,
    revisions: rows =>
      rows.map(row => {
        const fact = table.stored(row)
        return {
          id: idOf(fact.source, fact.externalId),
          fact,
          content: contentOf(fields, fact.content) as Content & Logged,
        }
      }),
    valuesOf: content => fields.map(({ key, store }) => store(content[key as keyof typeof content])),
    statedValuesOf: stated =>
      fields.slice(1).map(({ key, store }) => {
        const value = stated[key as keyof Content]
        return value === undefined ? undefined : store(value)
      }),
  }
}

/** An object of values in the order of the fields. */
export function contentOf(fields: readonly Field[], values: readonly Value[]): object {
  return Object.fromEntries(fields.map(({ key, load }, index) => [key, load(values[index] ?? null)]))
}

function fieldsOf(columns: Record<string, string | Codec<never>>): Field[] {
  return Object.entries(columns).map(([key, form]) =>
    typeof form === 'string'
      ? { key, column: form, store: value => value as Value, load: value => value }
      : { ...form, key, store: value => form.store(value as never) },
  )
}
