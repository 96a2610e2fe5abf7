import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'

const pure = [
  'test/shared/**/*.test.ts',
  'test/worker/{metrics,risk-model}/**/*.test.ts',
  'test/worker/{stand,purchase-days,pauses,money,rollup,metrics,recalibrate-workspace}.test.ts',
  'test/sample-data/**/*.test.ts',
  'test/hosts/**/*.test.ts',
  'test/*.test.ts',
]

/** Nothing here takes that long; two cores that also run browsers may. */
const busyMachine = 30_000

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'shared',
          include: pure,
          environment: 'node',
          isolate: false,
          testTimeout: busyMachine,
        },
      },
      {
        test: {
          name: 'extension',
          testTimeout: busyMachine,
          include: ['test/extension/**/*.test.{ts,tsx}'],
          environment: 'happy-dom',
          pool: 'vmThreads',
        },
        oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
      },
      {
        plugins: [
          cloudflareTest(async () => ({
            main: './worker/index.ts',
            wrangler: { configPath: './wrangler.toml' },
            miniflare: { bindings: { MIGRATIONS: await readD1Migrations('./worker/migrations') } },
          })),
        ],
        test: {
          name: 'worker',
          testTimeout: busyMachine,
          include: ['test/worker/**/*.test.ts'],
          exclude: pure,
          setupFiles: ['test/worker/apply-migrations.ts'],
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/e2e/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['test/e2e/start-everything.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
