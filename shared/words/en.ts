// English: what the panel, the options page and the popup say.

import { count, isolate, type Plural } from '../locale.ts'
import { enImport } from './en-import.ts'

const ordinals = new Intl.PluralRules('en', { type: 'ordinal' })
const suffixes: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' }
const ordinal = (n: number) => `${n}${suffixes[ordinals.select(n)] ?? 'th'}`

const days: Plural = { one: '# day', other: '# days' }

/** Why the Worker could not be asked, where the last snapshot is still shown. */
const troubleAsides = {
  offline: 'offline, trying again',
  slow: 'no answer in time, trying again',
  'not-holdfast': 'something else answered',
  failing: 'Holdfast has a fault, trying again',
  'too-old': 'this extension is too old',
}

export const en = {
  panel: {
    label: 'What we know about this customer',

    matchedBy: {
      email: 'matched by e-mail address',
      phone: 'matched by phone number',
      domain: 'matched by domain',
      record: 'matched by record',
    },
    owner: (name: string) => `owner ${isolate(name)}`,
    noOwner: 'no owner',
    notThem: 'not them?',
    othersTitle: 'It could also be',

    risk: {
      bands: { low: 'Low risk', watch: 'Watch', high: 'High risk', 'very-high': 'Very high risk' },
      unknown: 'Risk not known',
      polarity: '100 = worst',
    },

    annoyedBy: 'Annoyed by',
    nothingLogged: 'Nothing logged. That does not mean nothing is wrong.',
    times: (n: number) => `${n}×`,
    timesLogged: (name: string, n: number) => `${name}: ${count('en', { one: 'once', other: '# times' }, n)}`,
    notSolved: 'not\u00a0solved',
    dashed: (what: string, how: string) => `${what} — ${how}`,
    solved: (day: string) => `solved ${day}`,
    moreIrritants: { one: 'and # more', other: 'and # more' } as Plural,
    again: (n: number) => (n > 1 ? `again, ${ordinal(n)} time` : 'just now'),
    pending: { saving: 'saving…', later: 'will be sent', refused: 'not accepted' },
    refusedSentence: 'Holdfast did not accept this entry. Discard it, or log it again in other words.',
    takeBack: 'take back',
    discard: 'discard',

    owed: 'We owe',
    owedAnswer: (score: number, day: string) => `An answer to the ${score}/10 of ${day}`,
    due: (day: string) => `due ${day}`,
    daysLate: { one: '# day late', other: '# days late' } as Plural,

    dayOfGap: (n: number) => (n === 0 ? 'bought today' : `day ${n}`),
    today: 'today',
    rhythmPicture: {
      bought: (dates: string) => `Bought on ${dates}.`,
      gap: (n: number) => `Today is ${count('en', days, n)} after the last purchase.`,
      usual: (from: string, to: string) => `The next one is usual from ${from} to ${to}.`,
    },

    score: (n: number) => `Score ${n} of 10`,
    noScore: 'Score',
    quote: (text: string) => `“${text}”`,
    scorePicture: (entries: string) => `Scores, oldest first: ${entries}.`,
    scoreOn: (score: number, group: string, day: string) => `${score} of 10, ${group}, ${day}`,
    groups: { promoter: 'promoter', passive: 'passive', detractor: 'detractor' },
    followedUp: (day: string) => `followed up ${day}`,

    why: (score: number) => `Why ${score}`,
    whyUnknown: 'Risk',
    startsFrom: 'starts from your typical customer',
    otherReasons: { one: '# more reason', other: '# more reasons' } as Plural,
    allReasons: 'all reasons',
    sum: 'Risk of leaving',

    logIrritant: '+ Annoyed by',
    more: 'More …',

    log: {
      title: (name: string) => `What annoyed ${isolate(name)}?`,
      filter: 'Type to find it',
      categories: 'What annoys',
      noMatch: 'Nothing like this in the list. Take the nearest and say the rest in the note.',
      already: { one: '# time so far', other: '# times so far' } as Plural,
      again: (n: number) => `again: ${ordinal(n)} time`,
      regular: 'Regular repeats drive people away.',
      change: 'change',
      note: 'What exactly? (optional)',
      submit: 'Log',
      cancel: 'Cancel',
    },

    all: {
      title: 'All figures',
      close: 'Close',
      matched: 'Matched',
      scores: 'Scores',
      irritants: 'What annoys',
      asOf: 'As of',
      settingsVersion: 'Settings version',
      freshness: 'State',
      fresh: 'up to date',
      refreshing: 'being refreshed…',
      refresh: 'Refresh',
    },

    lastKnown: (ago: string, why: string) => `As of ${ago} — ${why}`,
    trouble: troubleAsides,
    tryNow: 'Try now',

    connecting: 'Connecting…',
    settling: 'Reading the page…',
    lookingUp: (evidence: string) => `Looking up ${isolate(evidence)}`,
    loading: 'Looking this customer up',

    notFound: {
      title: (evidence: string) => `No customer with ${isolate(evidence)}`,
      sentence: 'They may be new, or write from an address Holdfast has not seen yet.',
      action: 'Look again',
    },
    noCustomer: {
      title: 'No customer on this page',
      sentence: 'Open a message or a customer, and what we know about them appears here.',
    },
    notUnderstood: {
      title: 'This page changed',
      sentence: (host: string) =>
        `${isolate(host)} looks different from what Holdfast knows, so nobody is shown rather than the wrong person.`,
      action: 'Read the page again',
    },
    several: {
      title: 'Who is it?',
      sentence: 'What this page shows fits more than one customer.',
    },
    signedOut: {
      title: 'Not connected yet',
      sentence: "Holdfast needs your workspace's address and your token. Your admin has both.",
      action: 'Connect',
    },
    revoked: {
      title: 'Your access has ended',
      sentence:
        'Your token was revoked or replaced, and what was kept on this computer is wiped. Ask your admin for a new token.',
      action: 'Connect again',
    },
    offline: {
      title: 'Holdfast cannot be reached',
      sentence:
        'The network or the server is away. This customer was not looked up before, so nothing is shown.',
      action: 'Try now',
    },
    slow: {
      title: 'No answer in time',
      sentence: 'Holdfast is there but takes too long. It is asked again by itself.',
      action: 'Try now',
    },
    'not-holdfast': {
      title: 'Something else answered',
      sentence: 'A sign-in page of your network perhaps, or the address is not the one of your workspace.',
      action: 'Check the address',
    },
    failing: {
      title: 'Holdfast has a fault',
      sentence: 'The server answered that it cannot do this now. It is asked again by itself.',
      action: 'Try now',
    },
    'too-old': {
      title: 'This extension is too old',
      sentence: 'Your workspace has moved on. Update Holdfast on the extensions page of your browser.',
      action: 'Try again',
    },
    broken: {
      title: 'This could not be shown',
      sentence: 'The answer has a form this version cannot draw. Nothing that was logged is lost.',
      action: 'Try again',
    },
  },

  options: {
    title: 'Holdfast',
    sections: {
      connect: 'Connection',
      hosts: 'Sites',
      import: 'Import',
      language: 'Language',
      theme: 'Theme',
    },
    marks: { unsaved: 'not saved yet', busy: 'at work' },
    navigation: 'Options',
    reading: 'One moment…',
    backgroundGone: 'The extension was updated. Reload this page.',

    connect: {
      title: 'Connection',
      intro:
        "What your team knows stays with your company's own server. Your admin gives you its address and a token.",
      address: 'Address',
      addressHint: 'Like holdfast.example.com. Always https; plain http only for this computer (localhost).',
      token: 'Token',
      tokenHint: 'Begins with hf_. It is kept in this browser and sent to this address alone.',
      show: 'show',
      hide: 'hide',
      submit: 'Connect',
      trying: 'Trying it…',
      connected: 'Connected',
      workspace: 'Workspace',
      role: 'Your role',
      roles: { agent: 'agent', manager: 'manager', admin: 'admin' } as Partial<Record<string, string>>,
      disconnect: 'Disconnect',
      disconnectHint: 'Disconnecting wipes the customers kept in this browser.',
      next: 'Choose the sites where the panel appears',
      failures: {
        'not-an-address':
          'This is no address that can be used. It needs https; plain http is only for this computer (localhost).',
        'no-permission': 'The browser was not allowed to talk to this address. Connect again and allow it.',
        'wrong-token': 'The server is there but does not know this token. Check that all of it was copied.',
        offline: 'Nothing answers at this address. Check it, and your network.',
        slow: 'The server took too long. Try again in a moment.',
        'not-holdfast': 'Something answers at this address, but it is not Holdfast. Is it the right one?',
        failing: 'Holdfast answered with a fault of its own. Try again in a moment.',
        'too-old': 'This extension is too old for this server. Update it first.',
      },
    },

    hosts: {
      title: 'Sites',
      intro: 'The panel appears only on the sites you enable. On all others Holdfast does not run at all.',
      enabled: 'enabled',
      disabled: 'not enabled',
      enable: (name: string) => `Enable on ${isolate(name)}`,
      disable: (name: string) => `Disable on ${isolate(name)}`,
      enableShort: 'Enable',
      disableShort: 'Disable',
      refused: 'The browser did not give its permission, so nothing changed.',
    },

    import: enImport,

    language: {
      title: 'Language',
      intro: 'In which language Holdfast speaks to you, here and in the panel.',
      automatic: 'As the browser',
      automaticHint: (name: string) => `Now: ${name}`,
    },
    theme: {
      title: 'Theme',
      intro: 'How Holdfast looks. The panel beside a page follows that page, unless you decide otherwise.',
      choices: { automatic: 'As the surroundings', light: 'Light', dark: 'Dark' },
      automaticHint: 'The panel like the page beside it, everything else like your system.',
    },
  },

  popup: {
    title: 'Holdfast',
    enabledHere: (name: string) => `The panel is on for ${isolate(name)}.`,
    disabledHere: (name: string) => `The panel is off for ${isolate(name)}.`,
    unknownHere: 'Holdfast does not know this site yet.',
    unseenHere:
      'Where it is not enabled, Holdfast does not see which page this is. The options list its sites.',
    enable: 'Enable on this site',
    reload: 'If the panel does not appear, reload the page.',
    refused: 'The browser did not give its permission, so nothing changed.',
    connectedTo: (workspace: string) => `Connected to ${isolate(workspace)}`,
    notConnected: 'Not connected yet',
    connect: 'Connect',
    options: 'Options',
  },
}
