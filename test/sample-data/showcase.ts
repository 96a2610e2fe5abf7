// The customers at the front of the list, each with one story to show. Everything is told in days before now.

import { dayMs } from '../../shared/time.ts'
import type { Life, Person } from './life.ts'

/** The stories in the order of the customers `C-0001`, `C-0002` ... */
export function showcase(now: number): Life[] {
  return [
    angryStillBuying(now),
    goneQuiet(now),
    loyalPromoter(now),
    boughtOnce(now),
    prospect(),
    everyQuarter(now),
    cameBack(now),
    ...sharingOnePhone(now),
    ...ofOneName(now),
    markupInCompany(now),
  ]
}

const ago = (now: number, days: number) => now - days * dayMs

/** Purchases of one product for about the same money, so many days before now. */
function buys(now: number, days: readonly number[], amountMinor: number, product: string) {
  return days.map((day, index) => ({
    at: ago(now, day),
    amountMinor: amountMinor + ((index * 37) % 11) * 100,
    product,
  }))
}

function calm(person: Person, bought: Life['bought']): Life {
  return { person, bought, answered: [], annoyed: [] }
}

/** On time every month, the same mistake three times, and nobody answered the 3 of 10. */
function angryStillBuying(now: number): Life {
  const wrongAddress = { category: 'small-mistakes', note: 'Invoice to the wrong address' } as const
  return {
    person: {
      name: 'Rūta Jankauskienė',
      email: 'ruta.jankauskiene@baltic-print.example',
      phone: '+37060000901',
      company: 'Baltic Print',
      owner: 'Tomas',
      language: 'lt',
    },
    bought: buys(
      now,
      [378, 350, 318, 291, 258, 230, 200, 173, 140, 111, 79, 48, 19],
      41_000,
      'Labels on a roll',
    ),
    answered: [
      { at: ago(now, 316), score: 8, comment: 'Gerai.', touchpoint: 'order' },
      { at: ago(now, 256), score: 9, comment: 'Greita ir tikslu.', touchpoint: 'order' },
      { at: ago(now, 171), score: 6, comment: 'Vėl ne tas adresas.', touchpoint: 'order' },
      { at: ago(now, 17), score: 3, comment: 'Trečias kartas, rimtai?', touchpoint: 'order' },
    ],
    annoyed: [
      { at: ago(now, 256), ...wrongAddress },
      { at: ago(now, 177), ...wrongAddress },
      { at: ago(now, 18), ...wrongAddress },
    ],
  }
}

/** A large customer who bought every seven weeks, was content, and has been silent for thirteen. */
function goneQuiet(now: number): Life {
  return {
    person: {
      name: 'Jonas Petrauskas',
      email: 'jonas@medzio-namai.example',
      phone: '+37060000902',
      company: 'UAB Medžio Namai',
      owner: 'Aistė',
      language: 'lt',
    },
    bought: buys(now, [610, 559, 512, 456, 405, 352, 300, 247, 196, 143, 92], 540_000, 'Packaging sleeves'),
    answered: [
      { at: ago(now, 403), score: 9, comment: 'Viskas kaip tarta.', touchpoint: 'order' },
      { at: ago(now, 194), score: 9, touchpoint: 'visit' },
    ],
    annoyed: [],
  }
}

/** Buys every three weeks and says so to others. */
function loyalPromoter(now: number): Life {
  const days = Array.from({ length: 33 }, (_, index) => 679 - index * 21 + (index % 3))
  return {
    person: {
      name: 'Jürgen Weißmüller',
      email: 'juergen.weissmueller@kuechenhaus-oder.example',
      phone: '+493023125901',
      company: 'Küchenhaus Oder GmbH',
      owner: 'Marta',
      language: 'en',
    },
    bought: buys(now, days, 18_500, 'Brochure, 16 pages'),
    answered: [
      { at: ago(now, 500), score: 10, comment: 'You think along with us.', touchpoint: 'order' },
      { at: ago(now, 260), score: 9, touchpoint: 'survey' },
      { at: ago(now, 44), score: 10, comment: 'Told two neighbours about you.', touchpoint: 'order' },
    ],
    annoyed: [
      {
        at: ago(now, 300),
        category: 'slow-delivery',
        note: 'Delivered two days late',
        solvedAt: ago(now, 297),
      },
    ],
  }
}

/** One order four months ago, then nothing. */
function boughtOnce(now: number): Life {
  const person: Person = {
    name: 'Ольга Ветрова',
    email: 'olga.vetrova@postbox.example',
    phone: '+37060000904',
    owner: 'Viktoras',
    language: 'ru',
  }
  return calm(person, buys(now, [124], 9_900, 'Poster A2'))
}

/** Known to us, never bought. */
function prospect(): Life {
  const person: Person = {
    name: 'Siobhán O’Rourke',
    email: 'siobhan@orourke-tea.example',
    company: 'O’Rourke & Daughters Tea',
    owner: 'Olga',
    language: 'en',
  }
  return calm(person, [])
}

/** Three gaps of exactly 91 days. */
function everyQuarter(now: number): Life {
  return {
    person: {
      name: 'Eglė Vasiliauskaitė',
      email: 'egle@zuvedra.example',
      phone: '+37060000906',
      company: 'VšĮ Žuvėdra',
      owner: 'Aistė',
      language: 'lt',
    },
    bought: buys(now, [313, 222, 131, 40], 127_000, 'Calendar'),
    answered: [{ at: ago(now, 128), score: 8, touchpoint: 'order' }],
    annoyed: [],
  }
}

/** Silent for half a year after a slow delivery, then back twelve days ago. */
function cameBack(now: number): Life {
  return {
    person: {
      name: 'Νίκος Αγγελόπουλος',
      email: 'nikos@ammos-design.example',
      phone: '+493023125907',
      company: 'Άμμος Design',
      owner: 'Tomas',
      language: 'en',
    },
    bought: buys(now, [371, 344, 316, 290, 265, 237, 210, 12], 64_000, 'Fair stand, roll-up'),
    answered: [{ at: ago(now, 203), score: 4, comment: 'Nine days of waiting.', touchpoint: 'order' }],
    annoyed: [
      {
        at: ago(now, 205),
        category: 'slow-delivery',
        note: 'Delivered nine days late',
        solvedAt: ago(now, 83),
      },
    ],
  }
}

/** Two people of one studio, one telephone on the desk between them. */
function sharingOnePhone(now: number): Life[] {
  const studio = { phone: '+37060000908', company: 'Studija Lempa', owner: 'Tomas' } as const
  const viktor: Person = {
    ...studio,
    name: 'Виктор Павлов',
    email: 'viktor@studija-lempa.example',
    language: 'ru',
  }
  const irma: Person = {
    ...studio,
    name: 'Irma Lempienė',
    email: 'irma@studija-lempa.example',
    language: 'lt',
  }
  return [
    calm(viktor, buys(now, [201, 160, 118, 75, 33], 22_000, 'Shop window lettering')),
    calm(irma, buys(now, [150, 90, 61], 7_500, 'Business cards')),
  ]
}

/** One name, two people who have nothing to do with each other. */
function ofOneName(now: number): Life[] {
  const printer: Person = {
    name: 'Jonas Kazlauskas',
    email: 'jonas.kazlauskas@spaudos-ratas.example',
    phone: '+37060000910',
    company: 'UAB Spaudos Ratas',
    owner: 'Marta',
    language: 'lt',
  }
  const neighbour: Person = {
    name: 'Jonas Kazlauskas',
    email: 'j.kazlauskas+orders@brightmail.example',
    phone: '+37060000911',
    owner: 'Viktoras',
    language: 'lt',
  }
  return [
    calm(printer, buys(now, [244, 215, 187, 154, 126, 93, 64, 30, 4], 33_000, 'Envelopes C5')),
    calm(neighbour, buys(now, [401, 338, 290], 6_400, 'Calendar')),
  ]
}

/** A company name with everything that breaks careless markup, and an international address. */
function markupInCompany(now: number): Life {
  const person: Person = {
    name: 'Käthe Süßkind',
    email: 'kaethe@süßkind-möbel.example',
    phone: '+493023125912',
    company: 'Nord <&> Süd "Möbel" <script>',
    owner: 'Marta',
    language: 'en',
  }
  return calm(person, buys(now, [170, 128, 83, 47], 58_000, 'Brochure, 16 pages'))
}
