// Wires the browser's events to the background's parts. Every listener is in place before this returns, since
// the browser wakes a killed worker only for listeners that were registered at once.

import { type Browser, browser } from 'wxt/browser'
import { panelPort, watchPort } from '../messages.ts'
import { answerMessage, resume } from './answer-message.ts'
import { forgetViews } from './current-views.ts'
import { followActiveTab } from './follow-tab.ts'
import { outboxAlarm, sendOutbox } from './send-outbox.ts'
import { servePanel } from './serve-panels.ts'
import { enableWished, leaveWithoutPermission, restoreHosts } from './site-access.ts'
import { forgetOld } from './snapshot-cache.ts'
import { originOfAddress, type Speaker, speakerOf } from './speaker.ts'
import { forgetAllTabs, forgetTab } from './tabs.ts'

/** Persons grow too old in the cache even where nobody is looked up any more. */
const forgetAlarm = 'forget'
const forgetEveryMinutes = 6 * 60

export function startBackground(clock: () => number): void {
  listenToMessages(clock)
  listenToPanels(clock)
  listenToTabs(clock)
  browser.runtime.onInstalled.addListener(() => {
    setForgetAlarm()
    void restoreHosts()
  })
  browser.runtime.onStartup.addListener(() => {
    setForgetAlarm()
    void forgetAllTabs()
  })
  browser.permissions.onAdded.addListener(() => void enableWished(clock()))
  browser.permissions.onRemoved.addListener(() => void leaveWithoutPermission())
  listenToAlarms(clock)
  addEventListener('online', () => void resume(clock))
  void sendOutbox(clock)
}

function listenToMessages(clock: () => number): void {
  browser.runtime.onMessage.addListener((message: unknown, sender, reply) => {
    answerMessage(message, speakerBehind(sender), clock).then(reply, () => reply({ refused: true }))
    return true
  })
}

function listenToPanels(clock: () => number): void {
  browser.runtime.onConnect.addListener(port => {
    const speaker = speakerBehind(port.sender)
    if (port.name === watchPort && speaker?.is === 'extension-page') return
    if (port.name !== panelPort || !speaker) return port.disconnect()
    const panel = servePanel(port, speaker, clock)
    port.onDisconnect.addListener(() => {
      panel.leave()
      // With its page, perhaps.
      void followActiveTab(clock)
    })
    port.onMessage.addListener((message: unknown) => {
      panel.hear(message).catch(() => {
        panel.leave()
        port.disconnect()
      })
    })
  })
}

function listenToAlarms(clock: () => number): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === outboxAlarm) void sendOutbox(clock)
    if (name === forgetAlarm) void forgetOld(clock())
  })
}

/** The browser may drop alarms when it is restarted or the extension updated. */
function setForgetAlarm(): void {
  void browser.alarms.create(forgetAlarm, { periodInMinutes: forgetEveryMinutes })
}

function listenToTabs(clock: () => number): void {
  browser.tabs.onActivated.addListener(() => void followActiveTab(clock))
  browser.windows?.onFocusChanged.addListener(() => void followActiveTab(clock))
  browser.tabs.onRemoved.addListener(tabId => {
    forgetViews(tabId)
    void forgetTab(tabId)
  })
}

function speakerBehind(sender: Browser.runtime.MessageSender | undefined): Speaker | null {
  return speakerOf(sender, browser.runtime.id, originOfAddress(browser.runtime.getURL('/')))
}
