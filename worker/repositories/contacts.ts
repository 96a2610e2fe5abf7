// contact: one touch between us and a customer; one row a contact and revision.

import type { Contact } from '../history.ts'
import { historyPart } from './history-part.ts'
import { irritantsOfContacts } from './irritants.ts'
import { type LoggedTable, loggedTable } from './logged-table.ts'

export interface ContactContent extends Omit<Contact, 'id' | 'at' | 'author'> {
  /** The host's own id of the message or ticket. */
  reference: string | null
}

const table = loggedTable<ContactContent>('contact', {
  channel: 'channel',
  direction: 'direction',
  purpose: 'purpose',
  note: 'note',
  personId: 'person_id',
  onItUntilDay: 'on_it_until_day',
  reference: 'reference',
})

/** A contact through a channel they asked us not to use is stored with the irritant it is, and goes with it. */
export const contacts: LoggedTable<ContactContent> = {
  ...table,
  save(db, workspaceId, facts, superseded, recordedAt, importId) {
    const changed = new Map(
      [...superseded, ...facts].map(fact => [`${fact.source} ${fact.externalId}`, fact]),
    )
    return [
      ...table.save(db, workspaceId, facts, superseded, recordedAt, importId),
      ...irritantsOfContacts(db, workspaceId, [...changed.values()], recordedAt),
    ]
  },
}

export const { statements } = contacts

/** A year, and what the year before its usual is told by. */
const mostDays = 400
export const ofHistory = historyPart(contacts, { where: `x.day >= ?5 - ${mostDays}`, withAuthor: true })
