// The repository checks itself: what the README names exists, what is in a folder is in its list, and the borders
// between the parts hold.

import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const filesIn = (folder: string) => readdirSync(join(root, folder)).filter(name => name.endsWith('.ts'))

describe('the README', () => {
  const readme = read('README.md')

  it('names only paths that exist', () => {
    const named = [...readme.matchAll(/`([\w.-]+\/[\w./{},*<>-]*)`/g)].map(([, path]) => path ?? '')
    const concrete = named.filter(path => !/[<>*{}]/.test(path))
    expect(concrete.length).toBeGreaterThan(10)
    expect(concrete.filter(path => !existsSync(join(root, path)))).toEqual([])
  })

  it('shows only pictures that exist', () => {
    const pictures = [...readme.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)].map(([, path]) => path ?? '')
    expect(pictures.length).toBeGreaterThan(0)
    expect(pictures.filter(path => !existsSync(join(root, path)))).toEqual([])
  })

  it('names every command of package.json', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    const missing = Object.keys(scripts).filter(
      name => !new RegExp(`npm (run )?(-s )?${name}\\b`).test(readme),
    )
    expect(missing).toEqual([])
  })
})

describe('the lists', () => {
  it.each([
    ['extension/adapters', ['adapter.ts', 'index.ts', 'people.ts']],
    ['worker/routes', ['route.ts', 'fact-routes.ts', 'index.ts']],
    ['worker/metrics', ['metric.ts', 'index.ts', 'verdict.ts', 'voice.ts']],
  ])('of %s hold every file of the folder', (folder, others) => {
    const list = read(join(folder, 'index.ts'))
    const members = filesIn(folder).filter(name => !others.includes(name))
    expect(members.length).toBeGreaterThan(1)
    expect(members.filter(name => !list.includes(`'./${name}'`))).toEqual([])
  })
})

describe('the borders', () => {
  const forbidden: [string, string, string][] = [
    ['shared/new.ts', "import { Hono } from 'hono'\nexport const a = Hono\n", 'shared/ runs anywhere'],
    [
      'shared/new.ts',
      "import { app } from '../worker/app.ts'\nexport const a = app\n",
      'shared/ knows neither side',
    ],
    ['shared/new.ts', 'export const now = Date.now()\n', 'shared/ has no clock'],
    ['shared/identity.ts', "import * as z from 'zod/mini'\nexport const a = z\n", 'imports nothing'],
    [
      'worker/new.ts',
      "import { a } from '../extension/stored.ts'\nexport const b = a\n",
      'worker/ never imports extension/',
    ],
    [
      'worker/new.ts',
      'export const read = (db: D1Database) => db\n',
      'Only worker/repositories/ sees the database',
    ],
    ['worker/metrics/new.ts', 'export const now = Date.now()\n', 'A metric has no clock'],
    [
      'extension/new.ts',
      "import { a } from '../worker/app.ts'\nexport const b = a\n",
      'extension/ never imports worker/',
    ],
    [
      'extension/panel/new.ts',
      "export const a = fetch('/x')\n",
      'Only extension/background/worker-client.ts calls fetch',
    ],
    [
      'extension/adapters/new.ts',
      "import { a } from '../page/start.ts'\nexport const b = a\n",
      'An adapter is pure',
    ],
    [
      'extension/adapters/new.ts',
      'export const a = document.title\n',
      'An adapter reads the views it is given',
    ],
  ]

  const folder = mkdtempSync(join(tmpdir(), 'holdfast-borders-'))
  const { vcs, ...config } = JSON.parse(read('biome.json')) as Record<string, unknown>
  writeFileSync(join(folder, 'biome.json'), JSON.stringify(config))
  afterAll(() => rmSync(folder, { recursive: true }))

  it.each(forbidden)('keep out of %s: %s', (path, code, sentence) => {
    mkdirSync(join(folder, dirname(path)), { recursive: true })
    writeFileSync(join(folder, path), code)
    const program = join(root, 'node_modules/.bin/biome')
    const { stdout, stderr, status } = spawnSync(program, ['lint', '--colors=off', path], {
      cwd: folder,
      encoding: 'utf8',
    })
    expect(`${stdout}${stderr}`.replace(/\s+/g, ' ')).toContain(sentence)
    expect(status).not.toBe(0)
  })
})
