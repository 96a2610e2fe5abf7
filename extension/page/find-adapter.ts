// Which adapter reads a page, from the moment its address is one of a host's: a page may open at an address that is
// nobody's, such as that of its sign-in, and go on from there without being loaded anew.

import type { Adapter } from '../adapters/adapter.ts'

/** Calls `run` once, at once or after the navigation that leads to a host's address; never where none does. */
export function findAdapter(
  page: Document,
  adapters: readonly Adapter[],
  life: AbortSignal,
  run: (adapter: Adapter) => void,
): void {
  const found = new AbortController()
  const signal = AbortSignal.any([life, found.signal])
  const look = () => {
    const adapter = adapters.find(({ claims }) => claims(new URL(page.location.href)))
    if (!adapter || signal.aborted) return
    found.abort()
    run(adapter)
  }
  const window = page.defaultView
  window?.navigation?.addEventListener('currententrychange', look, { signal })
  window?.addEventListener('popstate', look, { signal })
  window?.addEventListener('hashchange', look, { signal })
  look()
}
