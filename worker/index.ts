// The door: the only place of the Worker that reads the clock.

import * as z from 'zod/mini'
import { createApp } from './app.ts'

z.config(z.locales.en())

export default createApp(() => Date.now())
