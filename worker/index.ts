// The door: the only place of the Worker that reads the clock.

import * as z from 'zod/mini'
import { createApp } from './app.ts'
import { doChores } from './do-chores.ts'
import type { Env } from './env.ts'

z.config(z.locales.en())

const app = createApp(() => Date.now())

export default {
  fetch: app.fetch,
  async scheduled(_event, env) {
    await doChores(env, Date.now())
  },
} satisfies ExportedHandler<Env>
