// What tests can ask and tell the demo CRM's page through `window.demo`.

/** What is on the screen, which may be older than the address. */
export type Shown =
  | { view: 'loading' | 'customer-list' | 'not-found' }
  | { view: 'customer'; recordId: string; email: string }
  | { view: 'mail'; messageId: string | null; email: string | null }

declare global {
  interface Window {
    demo: { go(path: string): void; current(): Shown }
  }
}
