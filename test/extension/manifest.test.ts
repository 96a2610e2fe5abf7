// @vitest-environment node
// What each build may do, by the manifest it is made from.

import { expect, test } from 'vitest'
import type { ConfigEnv, UserManifest } from 'wxt'
import config from '../../wxt.config.ts'

async function manifest(change: Partial<ConfigEnv> = {}): Promise<UserManifest> {
  const env: ConfigEnv = {
    browser: 'chrome',
    mode: 'production',
    command: 'build',
    manifestVersion: 3,
    ...change,
  }
  return typeof config.manifest === 'function' ? await config.manifest(env) : {}
}

test('an installation may read no site at all', async () => {
  for (const browser of ['chrome', 'firefox']) {
    const built = await manifest({ browser })
    expect(built).not.toHaveProperty('host_permissions')
    expect(built).not.toHaveProperty('content_scripts')
    expect(built.permissions).toEqual(['activeTab', 'alarms', 'scripting'])
  }
})

test('the test build differs by this machine alone', async () => {
  const { host_permissions, ...rest } = await manifest({ mode: 'test' })
  expect(host_permissions).toEqual(['http://127.0.0.1/*', 'http://localhost/*'])
  expect(rest).toEqual(await manifest())
})

test('pages load nothing from outside the package and run no text as code', async () => {
  const { content_security_policy } = await manifest()
  const policy = String(Object(content_security_policy).extension_pages)
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self';")
  expect(policy).not.toMatch(/unsafe|\*(?!;|$| |:\*)/)
})

test('only the frame can be reached from a page, in Chromium under an address that changes', async () => {
  const [frame, ...more] = (await manifest()).web_accessible_resources ?? []
  expect(more).toEqual([])
  expect(frame).toMatchObject({ resources: ['panel.html'], use_dynamic_url: true })
})

test('Firefox has a sidebar that opens when a member wants it', async () => {
  expect(await manifest({ browser: 'firefox' })).toMatchObject({
    sidebar_action: { default_panel: 'panel.html', open_at_install: false },
  })
  expect(await manifest()).not.toHaveProperty('sidebar_action')
})

test('Firefox is told what leaves the browser', async () => {
  const { browser_specific_settings } = await manifest({ browser: 'firefox' })
  expect(browser_specific_settings?.gecko).toMatchObject({
    data_collection_permissions: { required: ['personallyIdentifyingInfo', 'websiteContent'] },
  })
})
