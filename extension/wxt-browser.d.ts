// What WXT would type from a build's own files. Declared by hand, so that types are checked before any build.

import 'wxt/browser'

declare module 'wxt/browser' {
  interface WxtRuntime {
    getURL(path: '/' | '/panel.html'): string
  }
  interface WxtI18n {
    /** Names of public/_locales. */
    getMessage(name: 'openPanel' | 'closePanel'): string
  }
}
