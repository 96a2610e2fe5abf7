// What a real host needs from Debian's own packages, installed once and only where that can be done unasked:
// as root on Debian 12. Leaves no service of theirs enabled or running, and edits no configuration.

import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

export interface DebianPackages {
  /** As a member reads it: `Roundcube`. */
  what: string
  names: readonly string[]
  /** Answers to questions that a package asks while it is installed, as debconf-set-selections takes them. */
  answers?: string
  /** Services the packages bring and start by themselves. */
  services?: readonly string[]
}

/** Are the packages there already? */
export async function areInstalled({ names }: DebianPackages): Promise<boolean> {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is dpkg's own placeholder
  const { code, output } = await run('dpkg-query', ['-W', '-f', '${db:Status-Status} ', ...names])
  return (
    code === 0 &&
    output
      .trim()
      .split(' ')
      .every(state => state === 'installed')
  )
}

/** Could they be, on this machine and by whoever runs this? */
export async function areInstallable(packages: DebianPackages): Promise<boolean> {
  return isDebian12() && (process.getuid?.() === 0 || (await areInstalled(packages)))
}

/**
 * Installs what is missing and says so while it takes its minute.
 * @returns whether the packages are there now; where not, why is printed.
 */
export async function ensureInstalled(packages: DebianPackages): Promise<boolean> {
  const { what, names, answers, services = [] } = packages
  if (!(await areInstallable(packages))) return notThere(what, 'it needs Debian 12, and root to install it')
  if (await areInstalled(packages)) return true
  process.stderr.write(`Installing ${what} (once, about a minute) ...\n`)
  const added = await unknownServices(services)
  if (answers) await run('debconf-set-selections', [], answers)
  await run('apt-get', ['update', '-qq'])
  const { code } = await run('apt-get', [
    ...['install', '-y', '-qq', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=600'],
    ...names,
  ])
  if (code !== 0) return notThere(what, 'its packages could not be installed')
  if (added.length > 0) await run('systemctl', ['disable', '--now', ...added])
  return true
}

/** Those this machine does not have yet; one that somebody uses here already stays as it is. */
async function unknownServices(names: readonly string[]): Promise<string[]> {
  if (!existsSync('/run/systemd/system')) return []
  const unknown: string[] = []
  for (const name of names) if ((await run('systemctl', ['cat', name])).code !== 0) unknown.push(name)
  return unknown
}

function isDebian12(): boolean {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : ''
  return /^ID=debian$/m.test(release) && /^VERSION_ID="12"$/m.test(release)
}

function notThere(what: string, why: string): false {
  process.stderr.write(`Skipped: what needs ${what}; ${why}.\n`)
  return false
}

function run(
  program: string,
  args: readonly string[],
  input = '',
): Promise<{ code: number | null; output: string }> {
  const child = spawn(program, args, {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  const said: Buffer[] = []
  child.stdout.on('data', chunk => said.push(chunk))
  child.stdin.end(input)
  return new Promise(resolve => {
    child.once('error', () => resolve({ code: null, output: '' }))
    child.once('close', code => resolve({ code, output: Buffer.concat(said).toString() }))
  })
}
