// Whether the host's page is light or dark, by the ground it is painted on; the panel follows it.

export type Scheme = 'light' | 'dark'

export function hostScheme(page: Document): Scheme {
  const window = page.defaultView
  if (!window || !page.body) return 'light'
  for (const element of [page.body, page.documentElement]) {
    const scheme = schemeOfGround(window.getComputedStyle(element).backgroundColor)
    if (scheme) return scheme
  }
  // No ground of its own: the browser paints it as the page's colour schemes and the member's system agree.
  const supported = window.getComputedStyle(page.documentElement).colorScheme.split(' ')
  if (!supported.includes('dark')) return 'light'
  const wantsDark = window.matchMedia('(prefers-color-scheme: dark)').matches
  return wantsDark || !supported.includes('light') ? 'dark' : 'light'
}

/**
 * By relative luminance, without its gamma: a ground is far from the middle.
 * @param colour as browsers compute it: `rgb(20, 24, 28)`, `rgba(0, 0, 0, 0)`.
 * @returns null where the colour lets through what is behind it, or is written in another way.
 */
export function schemeOfGround(colour: string): Scheme | null {
  const [, red, green, blue, alpha = '1'] =
    /^rgba?\((\d{1,3}),? (\d{1,3}),? (\d{1,3})(?:[,/ ]{1,3}([\d.]{1,8}))?\)$/.exec(colour) ?? []
  if (red === undefined || Number(alpha) < 0.5) return null
  const lightness = 0.2126 * Number(red) + 0.7152 * Number(green) + 0.0722 * Number(blue)
  return lightness < 128 ? 'dark' : 'light'
}
