// How the extension is built: what it may ask of a browser, and what its pages may load.
// Mode `test` differs by host permissions for this machine alone, so that browser tests meet no prompt.

import { defineConfig, type UserManifest } from 'wxt'

/** Any Worker can be connected and any host enabled, each asked for by itself when a member does so. */
const optionalHosts = ['https://*/*', 'http://*/*']
const loopback = ['http://127.0.0.1/*', 'http://localhost/*']

/** Everything from the package, nothing from elsewhere; only the background asks the Worker. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  'connect-src https: http://127.0.0.1:* http://localhost:*',
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

export default defineConfig({
  srcDir: 'extension',
  publicDir: 'extension/public',
  outDir: '.output',
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}{{modeSuffix}}',
  manifestVersion: 3,
  imports: false,
  manifest: ({ browser, mode }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    // activeTab: the popup learns which site it was opened on, and nothing else.
    permissions: ['activeTab', 'alarms', 'scripting'],
    optional_host_permissions: optionalHosts,
    ...(mode === 'test' && { host_permissions: loopback }),
    content_security_policy: { extension_pages: contentSecurityPolicy },
    web_accessible_resources: [panelFrame(browser)],
    ...(browser === 'firefox'
      ? { browser_specific_settings: forFirefox, sidebar_action: sidebar }
      : { minimum_chrome_version: '130' }),
  }),
  vite: () => ({
    build: { modulePreload: false, target: ['chrome130', 'firefox140'] },
    // In every mode the same code: the test build differs by its manifest alone.
    define: { 'import.meta.env.MODE': '"production"' },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
  }),
})

/** Under a dynamic address a page can neither recognise nor frame it. Firefox has none: there the nonce protects. */
function panelFrame(browser: string): NonNullable<UserManifest['web_accessible_resources']>[number] {
  const frame = { resources: ['panel.html'], matches: optionalHosts }
  return browser === 'firefox' ? frame : { ...frame, use_dynamic_url: true }
}

/** The panel beside any page, for members who want it there; it follows the active tab. */
const sidebar = {
  default_title: '__MSG_name__',
  default_panel: 'panel.html',
  default_icon: { 16: 'icon/16.png', 32: 'icon/32.png' },
  open_at_install: false,
}

const forFirefox = {
  gecko: {
    id: 'holdfast@holdfast.example',
    /** The first with optional host permissions in manifest version 3 and declared data collection. */
    strict_min_version: '140.0',
    /** Addresses, numbers and record ids of the customer on the page, sent to the workspace's own Worker. */
    data_collection_permissions: { required: ['personallyIdentifyingInfo', 'websiteContent'] },
  },
}
