// Lithuanian: what the panel, the options page and the popup say.

import { count, isolate, type Plural } from '../locale.ts'
import { ltImport } from './lt-import.ts'
import type { Words } from './words.ts'

const days: Plural = { one: '# diena', few: '# dienos', many: '# dienos', other: '# dienų' }
const times: Plural = { one: '# kartą', few: '# kartus', many: '# karto', other: '# kartų' }

/** The accusative of an ordinal: `3-ią` (trečią), else `4-ą` (ketvirtą); `13-ą` (tryliktą). */
const ordinal = (n: number) => (n % 10 === 3 && n % 100 !== 13 ? `${n}-ią` : `${n}-ą`)

export const lt: Words = {
  panel: {
    label: 'Ką žinome apie šį klientą',

    matchedBy: {
      email: 'rasta pagal el. pašto adresą',
      phone: 'rasta pagal telefoną',
      domain: 'rasta pagal domeną',
      record: 'rasta pagal įrašą',
    },
    owner: name => `atsakingas ${isolate(name)}`,
    noOwner: 'nėra atsakingo',
    notThem: 'ne tas klientas?',
    othersTitle: 'Tai gali būti ir',

    risk: {
      bands: {
        low: 'Maža rizika',
        watch: 'Stebėti',
        high: 'Didelė rizika',
        'very-high': 'Labai didelė rizika',
      },
      unknown: 'Rizika nežinoma',
      polarity: '100 – blogiausia',
    },

    annoyedBy: 'Erzina',
    nothingLogged: 'Nieko nepažymėta. Tai nereiškia, kad viskas gerai.',
    times: n => `${n}×`,
    timesLogged: (name, n) => `${name}: ${count('lt', times, n)}`,
    notSolved: 'neišspręsta',
    dashed: (what, how) => `${what} – ${how}`,
    solved: day => `išspręsta ${day}`,
    moreIrritants: { one: 'ir dar #', other: 'ir dar #' },
    again: n => (n > 1 ? `pasikartojo, ${ordinal(n)} kartą` : 'ką tik'),
    pending: { saving: 'įrašoma…', later: 'bus išsiųsta', refused: 'nepriimta' },
    refusedSentence: 'Holdfast nepriėmė šio įrašo. Pašalinkite jį arba pažymėkite kitais žodžiais.',
    takeBack: 'atšaukti',
    discard: 'pašalinti',

    owed: 'Skolingi',
    owedAnswer: (score, day) => `Susisiekti dėl įvertinimo ${score}/10 (${day})`,
    due: day => `terminas ${day}`,
    daysLate: {
      one: 'vėluojame # dieną',
      few: 'vėluojame # dienas',
      many: 'vėluojame # dienos',
      other: 'vėluojame # dienų',
    },

    dayOfGap: n => (n === 0 ? 'pirko šiandien' : `${n}-a diena`),
    today: 'šiandien',
    rhythmPicture: {
      bought: dates => `Pirkimai: ${dates}.`,
      gap: n => `Nuo paskutinio pirkimo: ${count('lt', days, n)}.`,
      usual: (from, to) => `Kitas paprastai būna nuo ${from} iki ${to}.`,
    },

    score: n => `Kliento įvertinimas ${n} iš 10`,
    noScore: 'Kliento įvertinimas',
    quote: text => `„${text}“`,
    scorePicture: entries => `Kliento įvertinimai nuo seniausio: ${entries}.`,
    scoreOn: (score, group, day) => `${score} iš 10, ${group}, ${day}`,
    groups: { promoter: 'rekomenduotojas', passive: 'neutralusis', detractor: 'kritikas' },
    followedUp: day => `susisiekta ${day}`,

    why: score => `Kodėl ${score}`,
    whyUnknown: 'Rizika',
    startsFrom: 'pradedant nuo jūsų tipinio kliento',
    otherReasons: {
      one: 'dar # priežastis',
      few: 'dar # priežastys',
      many: 'dar # priežasties',
      other: 'dar # priežasčių',
    },
    allReasons: 'visos priežastys',
    sum: 'Praradimo rizika',

    logIrritant: '+ Erzina',
    more: 'Daugiau …',

    log: {
      title: name => `Kas erzina: ${isolate(name)}`,
      filter: 'Rašykite, kad rastumėte',
      categories: 'Kas erzina',
      noMatch: 'Tokio sąraše nėra. Pasirinkite artimiausią, o kita parašykite pastaboje.',
      already: {
        one: 'jau # kartą',
        few: 'jau # kartus',
        many: 'jau # karto',
        other: 'jau # kartų',
      },
      again: n => `pasikartojo: ${ordinal(n)} kartą`,
      regular: 'Dėl nuolat pasikartojančių klaidų klientai išeina.',
      change: 'keisti',
      note: 'Kas tiksliai? (nebūtina)',
      submit: 'Pažymėti',
      cancel: 'Atšaukti',
    },

    all: {
      title: 'Visi rodikliai',
      close: 'Užverti',
      matched: 'Kaip rasta',
      scores: 'Kliento įvertinimai',
      irritants: 'Kas erzina',
      asOf: 'Duomenų laikas',
      settingsVersion: 'Nustatymų versija',
      freshness: 'Būsena',
      fresh: 'naujausi duomenys',
      refreshing: 'atnaujinama…',
      refresh: 'Atnaujinti',
    },

    lastKnown: (ago, why) => `Duomenys: ${ago} – ${why}`,
    trouble: {
      offline: 'nėra ryšio, bandoma vėl',
      slow: 'atsakymo dar nėra, bandoma vėl',
      'not-holdfast': 'atsakė ne Holdfast',
      failing: 'Holdfast sutriko, bandoma vėl',
      'too-old': 'plėtinys per senas',
    },
    tryNow: 'Bandyti dabar',

    connecting: 'Jungiamasi…',
    settling: 'Skaitomas puslapis…',
    lookingUp: evidence => `Ieškoma ${isolate(evidence)}`,
    loading: 'Ieškoma šio kliento',

    notFound: {
      title: evidence => `Nėra kliento su ${isolate(evidence)}`,
      sentence: 'Galbūt tai naujas klientas arba rašo iš adreso, kurio Holdfast dar nematė.',
      action: 'Ieškoti vėl',
    },
    noCustomer: {
      title: 'Šiame puslapyje kliento nėra',
      sentence: 'Atverkite laišką arba klientą, ir čia matysite, ką apie jį žinome.',
    },
    notUnderstood: {
      title: 'Šis puslapis pasikeitė',
      sentence: host =>
        `${isolate(host)} atrodo kitaip, nei žino Holdfast. Geriau nerodyti nieko, nei parodyti ne tą žmogų.`,
      action: 'Skaityti puslapį vėl',
    },
    several: {
      title: 'Kas tai?',
      sentence: 'Tai, kas matyti puslapyje, tinka keliems klientams.',
    },
    signedOut: {
      title: 'Dar neprisijungta',
      sentence: 'Reikia jūsų darbo srities adreso ir jūsų prieigos rakto. Abu turi administratorius.',
      action: 'Prisijungti',
    },
    revoked: {
      title: 'Prieiga baigėsi',
      sentence:
        'Jūsų prieigos raktas atšauktas arba pakeistas, o šiame kompiuteryje laikyti klientų duomenys ištrinti. Paprašykite administratoriaus naujo.',
      action: 'Prisijungti vėl',
    },
    offline: {
      title: 'Holdfast nepasiekiamas',
      sentence:
        'Nėra tinklo arba neveikia serveris. Šis klientas anksčiau nebuvo atvertas, todėl rodyti nėra ko.',
      action: 'Bandyti dabar',
    },
    slow: {
      title: 'Atsakymo laiku nėra',
      sentence: 'Holdfast atsako per lėtai. Bus klausiama vėl.',
      action: 'Bandyti dabar',
    },
    'not-holdfast': {
      title: 'Atsakė ne Holdfast',
      sentence: 'Galbūt tai jūsų tinklo prisijungimo puslapis arba ne jūsų darbo srities adresas.',
      action: 'Patikrinti adresą',
    },
    failing: {
      title: 'Holdfast sutriko',
      sentence: 'Serveris pranešė, kad dabar atsakyti negali. Bus klausiama vėl.',
      action: 'Bandyti dabar',
    },
    'too-old': {
      title: 'Plėtinys per senas',
      sentence: 'Jūsų darbo sritis jau atnaujinta. Atnaujinkite Holdfast naršyklės plėtinių puslapyje.',
      action: 'Bandyti vėl',
    },
    broken: {
      title: 'To parodyti nepavyko',
      sentence: 'Ši versija tokio atsakymo parodyti nemoka. Kas pažymėta, neprarasta.',
      action: 'Bandyti vėl',
    },
  },

  options: {
    title: 'Holdfast',
    sections: {
      connect: 'Prisijungimas',
      hosts: 'Svetainės',
      import: 'Importas',
      language: 'Kalba',
      theme: 'Išvaizda',
    },
    marks: { unsaved: 'dar neišsaugota', busy: 'dirbama' },
    navigation: 'Nustatymai',
    reading: 'Akimirką…',
    backgroundGone: 'Plėtinys atnaujintas. Įkelkite šį puslapį iš naujo.',

    connect: {
      title: 'Prisijungimas',
      intro:
        'Ką žino jūsų komanda, laikoma jūsų įmonės serveryje. Jo adresą ir prieigos raktą duoda administratorius.',
      address: 'Adresas',
      addressHint: 'Pavyzdžiui, holdfast.example.com. Visada https; http tik šiam kompiuteriui (localhost).',
      token: 'Prieigos raktas',
      tokenHint: 'Prasideda hf_. Laikomas šioje naršyklėje ir siunčiamas tik šiuo adresu.',
      show: 'rodyti',
      hide: 'slėpti',
      submit: 'Prisijungti',
      trying: 'Bandoma…',
      connected: 'Prisijungta',
      workspace: 'Darbo sritis',
      role: 'Jūsų vaidmuo',
      roles: { agent: 'konsultantas', manager: 'vadovas', admin: 'administratorius' },
      disconnect: 'Atsijungti',
      disconnectHint: 'Atsijungus šioje naršyklėje laikomi klientų duomenys ištrinami.',
      next: 'Pasirinkite svetaines, kuriose bus rodomas skydelis',
      failures: {
        'not-an-address':
          'Tokio adreso naudoti negalima. Reikia https; http tik šiam kompiuteriui (localhost).',
        'no-permission': 'Naršyklei neleista kreiptis šiuo adresu. Junkitės dar kartą ir leiskite.',
        'wrong-token': 'Serveris yra, bet šio rakto nežino. Patikrinkite, ar nukopijuotas visas.',
        offline: 'Šiuo adresu niekas neatsako. Patikrinkite jį ir savo tinklą.',
        slow: 'Serveris atsako per lėtai. Netrukus bandykite vėl.',
        'not-holdfast': 'Šiuo adresu atsako ne Holdfast. Ar adresas tikrai tas?',
        failing: 'Holdfast pranešė apie savo gedimą. Netrukus bandykite vėl.',
        'too-old': 'Šis plėtinys serveriui per senas. Pirmiausia jį atnaujinkite.',
      },
    },

    hosts: {
      title: 'Svetainės',
      intro: 'Skydelis rodomas tik jūsų įjungtose svetainėse. Kitose Holdfast visai neveikia.',
      enabled: 'įjungta',
      disabled: 'neįjungta',
      enable: name => `Įjungti svetainėje ${isolate(name)}`,
      disable: name => `Išjungti svetainėje ${isolate(name)}`,
      enableShort: 'Įjungti',
      disableShort: 'Išjungti',
      refused: 'Naršyklė leidimo negavo, todėl niekas nepasikeitė.',
    },

    import: ltImport,

    language: {
      title: 'Kalba',
      intro: 'Kuria kalba Holdfast kalba su jumis, čia ir skydelyje.',
      automatic: 'Kaip naršyklės',
      automaticHint: name => `Dabar: ${name}`,
    },
    theme: {
      title: 'Išvaizda',
      intro: 'Kaip atrodo Holdfast. Skydelis šalia puslapio derinasi prie jo, nebent nuspręstumėte kitaip.',
      choices: { automatic: 'Kaip aplinkui', light: 'Šviesi', dark: 'Tamsi' },
      automaticHint: 'Skydelis kaip puslapis šalia, visa kita kaip sistema.',
    },
  },

  popup: {
    title: 'Holdfast',
    enabledHere: name => `${isolate(name)}: skydelis įjungtas.`,
    disabledHere: name => `${isolate(name)}: skydelis išjungtas.`,
    unknownHere: 'Šios svetainės Holdfast dar nepažįsta.',
    unseenHere: 'Kur Holdfast neįjungtas, jis nemato, koks tai puslapis. Svetainių sąrašas – nustatymuose.',
    enable: 'Įjungti šioje svetainėje',
    reload: 'Jei skydelis neatsirado, įkelkite puslapį iš naujo.',
    refused: 'Naršyklė leidimo negavo, todėl niekas nepasikeitė.',
    connectedTo: workspace => `Prisijungta: ${isolate(workspace)}`,
    notConnected: 'Dar neprisijungta',
    connect: 'Prisijungti',
    options: 'Nustatymai',
  },
}
