// The same text read again and again: settings and fits come with every look-up and change a few times a year.

/** Reads each text once; the results are shared, so nobody may change them. @param most texts remembered at a time. */
export function remembering<Result>(read: (text: string) => Result, most = 200): (text: string) => Result {
  const known = new Map<string, Result>()
  return text => {
    const before = known.get(text)
    if (before !== undefined) return before
    const result = read(text)
    if (known.size >= most) known.clear()
    known.set(text, result)
    return result
  }
}
