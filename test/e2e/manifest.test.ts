import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

async function manifestOf(build: string): Promise<Record<string, unknown>> {
  return JSON.parse(
    await readFile(join(import.meta.dirname, '..', '..', '.output', build, 'manifest.json'), 'utf8'),
  )
}

describe('the shipped manifest', () => {
  it('differs from the one of the browser tests by permissions for this machine alone', async () => {
    const { host_permissions, ...tested } = await manifestOf('chrome-mv3-test')
    expect(host_permissions).toEqual(['http://127.0.0.1/*', 'http://localhost/*'])
    expect(await manifestOf('chrome-mv3')).toEqual(tested)
  })

  it.each(['chrome-mv3', 'firefox-mv3'])(
    'of %s asks for no site at install and runs no script by itself',
    async build => {
      const manifest = await manifestOf(build)
      expect(manifest.host_permissions).toBeUndefined()
      expect(manifest.content_scripts).toBeUndefined()
      expect(manifest.permissions).toEqual(['activeTab', 'alarms', 'scripting'])
      expect(manifest.optional_host_permissions).toEqual(['https://*/*', 'http://*/*'])
    },
  )
})
