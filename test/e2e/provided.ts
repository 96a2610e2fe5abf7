// What start-everything.ts hands to every browser test.

declare module 'vitest' {
  interface ProvidedContext {
    workerUrl: string
    /** Of an admin of the workspace with the sample data. */
    token: string
    /** Of an admin of a workspace without customers, for tests that bring their own. */
    emptyToken: string
    /** Of an admin of the workspace that files are imported into through the options page. */
    importToken: string
    demoUrl: string
    /** The moment the sample data ends at, epoch milliseconds. */
    now: number
  }
}

/** So many of the sample customers are known to the Worker and the demo host. */
export const sampleCustomers = 80
