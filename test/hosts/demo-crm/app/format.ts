// Days, times and money as the demo CRM writes them.

const days = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })
const moments = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })
const amounts = new Intl.NumberFormat('en-GB', {
  style: 'currency',
  currency: 'EUR',
  maximumFractionDigits: 0,
})

/** `18 Nov` */
export function day(at: string): string {
  return days.format(new Date(at))
}

/** `18 Nov 2026, 09:30` */
export function moment(at: string): string {
  return moments.format(new Date(at))
}

/** `€1,200` */
export function money(amountMinor: number): string {
  return amounts.format(amountMinor / 100)
}
