// A pause that ends at once when the network is back.

/** @throws the signal's reason. */
export function waitForNetwork(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const over = new AbortController()
    const finish = (then: () => void) => {
      over.abort()
      clearTimeout(timer)
      then()
    }
    const timer = setTimeout(() => finish(resolve), ms)
    addEventListener('online', () => finish(resolve), { signal: over.signal })
    signal.addEventListener('abort', () => finish(() => reject(signal.reason)), { signal: over.signal })
    if (signal.aborted) finish(() => reject(signal.reason))
  })
}
