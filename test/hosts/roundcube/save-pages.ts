// Saves Roundcube's pages as fixtures for its adapter, the preview inside its frame.
// `node test/hosts/roundcube/save-pages.ts 2026-11`; CHROMIUM names the browser where Playwright has none.

import { mkdir, writeFile } from 'node:fs/promises'
import { chromium, type Page } from 'playwright-core'
import { mailCustomers } from '../mail/customers.ts'
import { edgeCases, sentSubjects } from '../mail/seed-messages.ts'
import { ensureInstalled, startRoundcube } from './roundcube.ts'
import { openFolder, openMessagePage, openPreview, signIn } from './visit.ts'

const folder = new URL('../../fixtures/pages/roundcube/', import.meta.url)
const month = process.argv[2] ?? '2026-11'
const [first] = mailCustomers

/** Each situation as what a member does until it stands on the screen. */
const situations: Record<string, (page: Page) => Promise<void>> = {
  list: page => openFolder(page, 'INBOX'),
  'preview-from-customer': page => openPreview(page, 'INBOX', first?.subject ?? ''),
  'preview-own-copy': page => openPreview(page, 'Edge cases', edgeCases.ownCopy),
  'preview-colleague-forwards': page => openPreview(page, 'Edge cases', edgeCases.forwarded),
  'preview-outgoing': page => openPreview(page, 'Sent', sentSubjects.toOne),
  'message-from-customer': page => openMessagePage(page, 'INBOX', first?.subject ?? ''),
  'message-outgoing': page => openMessagePage(page, 'Sent', sentSubjects.toOne),
  'message-outgoing-to-two': page => openMessagePage(page, 'Sent', sentSubjects.toTwo),
  'message-other-reply-to': page => openMessagePage(page, 'Edge cases', edgeCases.otherReplyTo),
  'message-display-name-of-another': page => openMessagePage(page, 'Edge cases', edgeCases.nameOfAnother),
  'message-unknown-sender': page => openMessagePage(page, 'Edge cases', edgeCases.unknownSender),
  'message-no-display-name': page => openMessagePage(page, 'Edge cases', edgeCases.noName),
  'message-colleague-forwards': page => openMessagePage(page, 'Edge cases', edgeCases.forwarded),
  'message-two-in-cc': page => openMessagePage(page, 'Edge cases', edgeCases.twoInCopy),
  'message-header-in-body': page => openMessagePage(page, 'Edge cases', edgeCases.headerInBody),
  'message-own-copy': page => openMessagePage(page, 'Edge cases', edgeCases.ownCopy),
  async reply(page) {
    await openMessagePage(page, 'INBOX', first?.subject ?? '')
    await page.click('#toolbar-menu a.reply')
    await page.waitForSelector('#compose_to li.recipient')
  },
  async 'new-mail'(page) {
    await page.click('#taskmenu a.compose')
    await page.waitForSelector('#compose_to ul.recipient-input')
  },
}

if (!(await ensureInstalled())) process.exit(1)
const roundcube = await startRoundcube()
const browser = await chromium.launch({
  ...(process.env.CHROMIUM && { executablePath: process.env.CHROMIUM }),
  args: ['--no-sandbox', '--headless=new', '--disable-gpu', '--no-first-run'],
})
const page = await browser.newPage()
await signIn(page, roundcube)
await mkdir(folder, { recursive: true })
for (const [situation, arrive] of Object.entries(situations)) {
  await page.goto(`${roundcube.url}?_task=mail`)
  await arrive(page)
  await writeFile(new URL(`${situation}.${month}.html`, folder), await saved(page))
}
await browser.close()
await roundcube.stop()

/** The page as it stands under the address it had, its preview in `srcdoc`; without scripts and closed menus. */
async function saved(shown: Page): Promise<string> {
  const { pathname, search } = new URL(shown.url())
  const html = await shown.evaluate(() => {
    function copyOf(view: Document): HTMLElement {
      const copy = view.documentElement.cloneNode(true) as HTMLElement
      for (const element of copy.querySelectorAll('script, link, style, .popupmenu')) keepEntry(element)
      for (const input of copy.querySelectorAll('input[name="_token"]')) input.remove()
      return copy
    }
    /** The login is all that is read from a script. */
    function keepEntry(element: Element): void {
      const [, entry] = /rcmail\.set_env\(\{.*("username":"[^"]*")/.exec(element.textContent ?? '') ?? []
      if (entry) element.textContent = `rcmail.set_env({${entry}});`
      else element.remove()
    }
    const copy = copyOf(document)
    const preview = document.querySelector<HTMLIFrameElement>('#messagecontframe')?.contentDocument
    const frame = copy.querySelector('#messagecontframe')
    if (preview && frame) {
      frame.setAttribute('srcdoc', `<!doctype html>\n${copyOf(preview).outerHTML}`)
      frame.removeAttribute('src')
    }
    return copy.outerHTML.replace(/\n\s*\n/g, '\n')
  })
  return `<!-- url: http://127.0.0.1${pathname}${search} -->\n<!doctype html>\n${html}\n`
}
