// Work that only one tab of this browser does at a time; the lock goes with the tab, however that ends.

/** @returns null where another tab is doing work of this name. */
export async function alone<Result>(name: string, work: () => Promise<Result>): Promise<Result | null> {
  return await navigator.locks.request(name, { ifAvailable: true }, async lock =>
    lock ? await work() : null,
  )
}
