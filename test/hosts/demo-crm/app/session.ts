// What `?latency=MS` and `?theme=dark|light` set for this tab; both leave the address bar at once.

const mostLatencyMs = 10_000

/** Takes both out of the address, remembers them, and shows the theme. */
export function takeFromAddress(): void {
  const url = new URL(location.href)
  for (const name of ['latency', 'theme']) {
    const value = url.searchParams.get(name)
    if (value !== null) sessionStorage.setItem(name, value)
    url.searchParams.delete(name)
  }
  if (url.href !== location.href) history.replaceState(null, '', url)
  const theme = sessionStorage.getItem('theme')
  if (theme === 'dark' || theme === 'light') document.documentElement.dataset.theme = theme
}

/** How long after the address the view changes. */
export function latencyMs(): number {
  const latency = Number(sessionStorage.getItem('latency'))
  return latency > 0 ? Math.min(latency, mostLatencyMs) : 0
}
