// Lithuanian: what the import section of the options page says.

import { isolate } from '../locale.ts'
import type { enImport } from './en-import.ts'

const rows = { one: '# eilutė', few: '# eilutės', many: '# eilutės', other: '# eilučių' }

export const ltImport: typeof enImport = {
  title: 'Importas',
  intro:
    'Pirkimai ir apklausų atsakymai iš kitos sistemos, CSV failu. Jis skaitomas šioje naršyklėje, eilutės siunčiamos tik į jūsų serverį.',
  notConnected: 'Pirmiausia prisijunkite prie darbo srities, tada bus galima įkelti duomenis.',
  toConnection: 'Prie prisijungimo',
  notAdmin:
    'Importuoti gali tik darbo srities administratoriai. Paprašykite vieno iš jų arba prisijunkite su administratoriaus raktu.',

  kind: 'Kas yra faile?',
  kinds: { purchases: 'Pirkimai', responses: 'Apklausos atsakymai' },
  kindHints: {
    purchases: 'Viena eilutė – vienas pirkimas: kas, kada, už kiek.',
    responses:
      'Viena eilutė – vienas atsakymas į klausimą „kiek tikėtina, kad mus rekomenduosite?“: kas, kada, nuo 0 iki 10.',
  },

  drop: 'Nutempkite CSV failą čia arba',
  choose: 'Pasirinkite failą',
  dropHint:
    'Kablelis, kabliataškis ar tabuliacija, bet koks dydis. Niekas nesiunčiama, kol nematėte, kas būtų įkelta.',
  opening: name => `Atidaromas ${isolate(name)}…`,
  another: 'Kitas failas',
  fileFaults: {
    empty: 'Failas tuščias.',
    'no-rows': 'Yra eilutė su stulpelių pavadinimais, o po ja – nieko.',
    'no-header':
      'Pirmoji eilutė neperskaitoma kaip stulpelių pavadinimai. Ar tai CSV, ar koduotė ir skirtukas teisingi?',
    'too-many-columns':
      'Faile daugiau kaip 500 stulpelių. Ar skirtukas teisingas? Jei taip, nereikalingus praleiskite.',
    'too-many-broken':
      'Sugadinta daugiau kaip 1000 eilučių, taigi failas skaitomas neteisingai. Patikrinkite koduotę ir skirtuką.',
    changed: 'Failas pasikeitė arba buvo perkeltas, kol jį skaitėme. Pasirinkite jį iš naujo.',
  },

  reading: 'Kaip jį skaityti',
  encoding: 'Koduotė',
  encodings: {
    'utf-8': 'Unikodas (UTF-8)',
    'utf-16le': 'Unikodas (UTF-16)',
    'utf-16be': 'Unikodas (UTF-16, big-endian)',
    'windows-1251': 'Kirilica (Windows-1251)',
    'windows-1257': 'Baltų (Windows-1257)',
    'windows-1252': 'Vakarų (Windows-1252)',
  },
  separator: 'Tarp langelių',
  separators: { ',': 'kablelis ,', ';': 'kabliataškis ;', '\t': 'tabuliacija', '|': 'brūkšnys |' },
  dateOrder: 'Datos',
  dateOrders: { ymd: 'metai mėnuo diena', dmy: 'diena mėnuo metai', mdy: 'mėnuo diena metai' },
  dateOrderOpen: 'Šias datas galima skaityti dvejopai: patikrinkite.',
  decimal: 'Trupmena',
  decimals: { point: 'taškas, 1,234.56', comma: 'kablelis, 1.234,56' },
  currency: 'Valiuta, jei šalia nenurodyta',
  source: 'Iš kur failas',
  sourceHint:
    'Trumpas sistemos vardas, pavyzdžiui, „shop“. Kaskart rašykite tą patį: pagal jį atpažįstamos tos pačios eilutės ir klientai.',
  sourceMissing: 'Reikia vardo.',

  columns: 'Stulpeliai',
  columnsHint: '○ Reikia bent vieno, kad būtų aišku, kas tai buvo. * Būtina.',
  fields: {
    customer_id: 'Kliento kodas',
    email: 'El. paštas',
    phone: 'Telefonas',
    name: 'Vardas ir pavardė',
    first_name: 'Vardas',
    last_name: 'Pavardė',
    order_id: 'Užsakymo nr.',
    response_id: 'Atsakymo nr.',
    date: 'Data',
    amount: 'Suma',
    currency: 'Valiuta',
    product: 'Prekė',
    score: 'Įvertis',
    comment: 'Komentaras',
    touchpoint: 'Sąlyčio taškas',
    ordinal: 'Eilės numeris',
  },
  noColumn: 'faile nėra',
  columnNumber: n => `${n} stulpelis`,
  needed: 'reikia',
  anyNeeded: 'reikia bent vieno iš jų',
  missing: fields => `Dar reikia parinkti: ${fields}.`,
  missingCustomer: 'kas tai buvo',

  check: 'Kas būtų įkelta',
  checking: percent => `Skaitomas failas… ${percent}`,
  rows,
  customers: { one: '# klientas', few: '# klientai', many: '# kliento', other: '# klientų' },
  refunds: {
    one: 'iš jų # grąžinimas',
    few: 'iš jų # grąžinimai',
    many: 'iš jų # grąžinimo',
    other: 'iš jų # grąžinimų',
  },
  badRows: {
    one: '# eilutė neperskaitoma ir būtų praleista',
    few: '# eilutės neperskaitomos ir būtų praleistos',
    many: '# eilutės neperskaitomos ir būtų praleistos',
    other: '# eilučių neperskaitoma ir būtų praleista',
  },
  moreBadRows: { one: 'ir dar #', few: 'ir dar #', many: 'ir dar #', other: 'ir dar #' },
  repeatedIds: {
    one: '# eilutė turi užsakymo numerį, kuris faile jau yra; pagal kiekvieną numerį skaičiuojama tik paskutinė. Jei faile išvardytos atskiros prekės, užsakymo numeriui parinkite „faile nėra“.',
    few: '# eilutės turi užsakymo numerį, kuris faile jau yra; pagal kiekvieną numerį skaičiuojama tik paskutinė. Jei faile išvardytos atskiros prekės, užsakymo numeriui parinkite „faile nėra“.',
    many: '# eilutės turi užsakymo numerį, kuris faile jau yra; pagal kiekvieną numerį skaičiuojama tik paskutinė. Jei faile išvardytos atskiros prekės, užsakymo numeriui parinkite „faile nėra“.',
    other:
      '# eilučių turi užsakymo numerį, kuris faile jau yra; pagal kiekvieną numerį skaičiuojama tik paskutinė. Jei faile išvardytos atskiros prekės, užsakymo numeriui parinkite „faile nėra“.',
  },
  nothingGood: 'Taip neperskaitoma nė viena eilutė.',
  atLine: (line, what) => `${line} eilutė: ${what}`,
  atColumn: (column, what) => `${column} stulpelis, ${what}`,
  faults: {
    'quote-inside': 'kabutė langelyje, kuris ne ja prasideda',
    'quote-after': 'tekstas po uždaromosios kabutės',
    'quote-open': 'kabutė atidaryta ir neuždaryta',
    'too-long-line': 'eilutė ilgesnė nei megabaitas',
    'broken-line': 'eilutės nepavyksta padalyti į langelius',
    'wrong-encoding': 'šioje koduotėje tokių raidžių nėra',
    missing: 'tuščia',
    'no-customer': 'pagal tai nieko neatpažinsi',
    'no-date': 'ne data šia tvarka',
    'no-amount': 'ne suma',
    'no-currency': 'ne valiuta',
    'no-score': 'ne įvertis nuo 0 iki 10',
    'too-long': 'per ilga išsaugoti tokį, koks yra',
  },
  ragged: (got, expected) => `langelių ${got}, o stulpelių ${expected}`,

  startLater: 'Įkelti',
  start: {
    purchases: {
      one: 'Įkelti # pirkimą',
      few: 'Įkelti # pirkimus',
      many: 'Įkelti # pirkimo',
      other: 'Įkelti # pirkimų',
    },
    responses: {
      one: 'Įkelti # atsakymą',
      few: 'Įkelti # atsakymus',
      many: 'Įkelti # atsakymo',
      other: 'Įkelti # atsakymų',
    },
  },
  unfinished: (done, total) => `Šio failo importas jau pradėtas ir priėjo ${done} eilutę iš ${total}.`,
  goOn: row => `Tęsti nuo ${row} eilutės`,
  startAnew: 'Pradėti iš naujo',
  heldElsewhere: 'Šis failas importuojamas kitoje kortelėje. Ten viskas tęsiasi, čia nieko daryti nereikia.',

  running: name => `Įkeliamas ${isolate(name)}`,
  progress: (done, total) => `${done} iš ${total} eilučių`,
  speed: rows => `${rows} per sekundę`,
  left: {
    seconds: {
      one: 'liko maždaug # sekundė',
      few: 'liko maždaug # sekundės',
      many: 'liko maždaug # sekundės',
      other: 'liko maždaug # sekundžių',
    },
    minutes: {
      one: 'liko maždaug # minutė',
      few: 'liko maždaug # minutės',
      many: 'liko maždaug # minutės',
      other: 'liko maždaug # minučių',
    },
    hours: {
      one: 'liko maždaug # valanda',
      few: 'liko maždaug # valandos',
      many: 'liko maždaug # valandos',
      other: 'liko maždaug # valandų',
    },
  },
  keepOpen:
    'Neuždarykite šios kortelės. Jei uždarysite, vėliau pasirinkite tą patį failą: importas tęsis nuo tos vietos.',
  waiting: {
    offline: 'Tinklas arba serveris nepasiekiamas. Kai tik atsiras, importas tęsis pats.',
    slow: 'Serveris atsako lėtai. Ta pati dalis siunčiama dar kartą, du kartus nieko neįrašoma.',
    'not-holdfast':
      'Vietoj Holdfast atsako kažkas kitas: galbūt jūsų tinklo prisijungimo puslapis. Bandoma vėl.',
    failing: 'Serveryje šiuo metu gedimas. Bandoma iš naujo.',
  },
  cancel: 'Atšaukti',

  ended: { done: 'Įkelta', cancelled: 'Atšaukta', stopped: 'Sustabdyta' },
  cancelled: (done, total) =>
    `Kas įkelta iki ${done} eilutės iš ${total}, lieka, kol to žemiau neatsiimsite arba netęsite.`,
  stops: {
    'signed-out':
      'Prisijungimas prie šios darbo srities baigėsi. Prisijunkite vėl, pasirinkite tą patį failą ir tęskite.',
    'too-old': 'Šis plėtinys serveriui per senas. Atnaujinkite jį, pasirinkite tą patį failą ir tęskite.',
    gone: 'Plėtinys atnaujintas. Įkelkite puslapį iš naujo, pasirinkite tą patį failą ir tęskite.',
    refused: 'Serveris šio importo nepriima.',
    undone: 'Šis importas tuo metu buvo atsiimtas. Jei duomenų reikia, pradėkite iš naujo.',
    forbidden: 'Šis raktas jau ne administratoriaus, serveris iš jo nieko nepriima.',
  },
  accepted: {
    purchases: {
      one: 'įkeltas # pirkimas',
      few: 'įkelti # pirkimai',
      many: 'įkelta # pirkimo',
      other: 'įkelta # pirkimų',
    },
    responses: {
      one: 'įkeltas # atsakymas',
      few: 'įkelti # atsakymai',
      many: 'įkelta # atsakymo',
      other: 'įkelta # atsakymų',
    },
  },
  duplicates: {
    one: '# eilutė jau buvo žinoma',
    few: '# eilutės jau buvo žinomos',
    many: '# eilutės jau buvo žinomos',
    other: '# eilučių jau buvo žinoma',
  },
  leftOut: {
    one: '# eilutė praleista',
    few: '# eilutės praleistos',
    many: '# eilutės praleistos',
    other: '# eilučių praleista',
  },
  otherCurrency: {
    one: '# eilutė ne darbo srities valiuta: ji skaičiuojama ritmui, bet ne pinigams',
    few: '# eilutės ne darbo srities valiuta: jos skaičiuojamos ritmui, bet ne pinigams',
    many: '# eilutės ne darbo srities valiuta: jos skaičiuojamos ritmui, bet ne pinigams',
    other: '# eilučių ne darbo srities valiuta: jos skaičiuojamos ritmui, bet ne pinigams',
  },
  download: 'Atsisiųsti jas su priežastimis',
  reportName: 'praleista.csv',
  reportLine: 'eilutė',
  reportReason: 'priežastis',
  refusals: {
    invalid: 'serveris jos perskaityti negali',
    invalid_identity: 'nei paštas, nei telefonas, nei kodas netinka',
    ambiguous_customer: 'paštas, telefonas ir kodas priklauso skirtingiems klientams',
    unknown_customer: 'pagal tai niekas nežinomas',
  },
  refusedOther: 'serveris jos nepriėmė',
  fitting: 'Išėjimo rizika perskaičiuojama pagal naujus pirkimus…',
  fitted: 'Išėjimo rizika atsižvelgia į naujus pirkimus.',
  notFitted: 'Perskaičiuoti išėjimo rizikos nepavyko. Tai įvyks kito perskaičiavimo metu.',

  past: 'Kas jau įkelta',
  noPast: 'Kol kas nieko neįkelta.',
  pastOf: (kind, source) => `${kind} iš ${isolate(source)}`,
  nameless: 'be failo vardo',
  undone: day => `atsiimta ${day}`,
  undo: 'Atsiimti',
  undoNamed: name => `Atsiimti ${isolate(name)}`,
  undoQuestion: {
    one: 'Atsiimti # eilutę? Viskas bus kaip anksčiau.',
    few: 'Atsiimti visas # eilutes? Viskas bus kaip anksčiau.',
    many: 'Atsiimti visas # eilutės? Viskas bus kaip anksčiau.',
    other: 'Atsiimti visas # eilučių? Viskas bus kaip anksčiau.',
  },
  undoGoOn: 'Atsiimti iki galo',
  keep: 'Palikti',
  undoing: 'Atsiimama…',
  undoLeft: {
    one: 'Atsiimama… liko # eilutė',
    few: 'Atsiimama… liko # eilutės',
    many: 'Atsiimama… liko # eilutės',
    other: 'Atsiimama… liko # eilučių',
  },
  undoFailed: 'Atsiimti iki galo nepavyko. Bandykite vėl.',
  pastFailed: 'Sąrašo perskaityti nepavyko.',
  again: 'Bandyti vėl',
}
