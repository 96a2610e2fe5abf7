// Runs a command of .ci/ on the project's own Node, after installing what is missing. Works on Node 20 and newer
// with nothing but npm, so it is plain JavaScript and imports Node alone.

import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const root = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..')
const binaries = join(root, 'node_modules', '.bin')
const stamp = join(root, 'node_modules', '.holdfast-installed')

const [command, ...args] = process.argv.slice(2)
if (!command) fail('Usage: node .ci/bootstrap.mjs .ci/<command>.ts [arguments]')

installDependencies()
const { status, signal } = run(
  join(binaries, process.platform === 'win32' ? 'node.cmd' : 'node'),
  [command, ...args],
  'inherit',
)
process.exit(signal ? 1 : (status ?? 1))

/** Installs exactly what the lock file says, unless that was done already. */
function installDependencies() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  say('Installing dependencies (once, about a minute) ...')
  const { status } = run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], ['ignore', 2, 2])
  if (status !== 0) fail('npm could not install the dependencies; its message stands above.')
  writeFileSync(stamp, wanted)
}

function run(program, programArgs, stdio) {
  const path = `${binaries}${delimiter}${process.env.PATH ?? ''}`
  return spawnSync(program, programArgs, {
    cwd: root,
    stdio,
    env: { ...process.env, PATH: path },
    shell: process.platform === 'win32',
  })
}

function say(text) {
  process.stderr.write(`${text}\n`)
}

function fail(text) {
  say(text)
  process.exit(1)
}
