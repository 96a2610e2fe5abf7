// The data of this tab, fetched once; what is deleted here is gone until the page is loaded again.

import type { CrmCustomer, MailMessage } from '../records.ts'

export interface Store {
  customers: CrmCustomer[]
  messages: MailMessage[]
}

export async function loadStore(): Promise<Store> {
  const [customers, messages] = await Promise.all([
    load<CrmCustomer[]>('/demo-crm/api/customers'),
    load<MailMessage[]>('/demo-crm/api/messages'),
  ])
  return { customers, messages }
}

async function load<T>(path: string): Promise<T> {
  const response = await fetch(path)
  return response.json()
}

/** The ones before and after `id`; `undefined` at the ends and for an id that is not there. */
export function neighbours(list: readonly { id: string }[], id: string) {
  const index = list.findIndex(item => item.id === id)
  return index < 0 ? {} : { previous: list[index - 1]?.id, next: list[index + 1]?.id }
}
