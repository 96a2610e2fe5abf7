// The demo CRM's addresses.

export type Route =
  | { view: 'customer-list'; search: string; page: number }
  | { view: 'customer'; recordId: string }
  | { view: 'mail'; messageId: string | null }
  | { view: 'not-found' }

export function routeOf(url: URL): Route {
  const [, , area, id, ...rest] = url.pathname.split('/')
  if (rest.length > 0) return { view: 'not-found' }
  if (area === 'mail') return { view: 'mail', messageId: id || null }
  if (area !== 'customers') return { view: 'not-found' }
  if (id) return { view: 'customer', recordId: id }
  const page = Math.max(1, Math.floor(Number(url.searchParams.get('page')) || 1))
  return { view: 'customer-list', search: url.searchParams.get('q') ?? '', page }
}

export function customerListPath(search = '', page = 1): string {
  const query = new URLSearchParams()
  if (search) query.set('q', search)
  if (page > 1) query.set('page', String(page))
  return query.size > 0 ? `/demo-crm/customers?${query}` : '/demo-crm/customers'
}

export function customerPath(recordId: string): string {
  return `/demo-crm/customers/${recordId}`
}

export function messagePath(messageId: string | null): string {
  return messageId ? `/demo-crm/mail/${messageId}` : '/demo-crm/mail'
}
