// Made-up names and companies in several scripts, each with the form its address is written in.
// Any likeness with living people comes from how common the names are.

import type { Language } from './life.ts'
import type { PhoneCountry } from './phones.ts'

/** As it is written, and as it stands in an address. */
type Spelt = readonly [written: string, ascii: string]
type Some<T> = readonly [T, ...T[]]

export interface NamePool {
  /** How many of a hundred customers. */
  share: number
  language: Language
  country: PhoneCountry
  /** Given and family names that go together: where family names have gender, one group each. */
  people: Some<{ given: Some<Spelt>; family: Some<Spelt> }>
  /** The family name stands first and nothing between. */
  familyFirst?: true
  companies: Some<Spelt>
}

const lithuanian: NamePool = {
  share: 38,
  language: 'lt',
  country: 'LT',
  people: [
    {
      given: [
        ['Aistė', 'aiste'],
        ['Austėja', 'austeja'],
        ['Daiva', 'daiva'],
        ['Eglė', 'egle'],
        ['Gabija', 'gabija'],
        ['Ieva', 'ieva'],
        ['Jūratė', 'jurate'],
        ['Kristina', 'kristina'],
        ['Lina', 'lina'],
        ['Rasa', 'rasa'],
        ['Simona', 'simona'],
        ['Živilė', 'zivile'],
      ],
      family: [
        ['Balčiūnienė', 'balciuniene'],
        ['Butkutė', 'butkute'],
        ['Grigaitė', 'grigaite'],
        ['Kavaliauskienė', 'kavaliauskiene'],
        ['Lukošiūtė', 'lukosiute'],
        ['Mockutė', 'mockute'],
        ['Navickienė', 'navickiene'],
        ['Petrauskaitė', 'petrauskaite'],
        ['Rimkutė', 'rimkute'],
        ['Sakalauskienė', 'sakalauskiene'],
        ['Šimkutė', 'simkute'],
        ['Žukauskaitė', 'zukauskaite'],
      ],
    },
    {
      given: [
        ['Algirdas', 'algirdas'],
        ['Arūnas', 'arunas'],
        ['Darius', 'darius'],
        ['Gediminas', 'gediminas'],
        ['Kęstutis', 'kestutis'],
        ['Linas', 'linas'],
        ['Mantas', 'mantas'],
        ['Rokas', 'rokas'],
        ['Saulius', 'saulius'],
        ['Tadas', 'tadas'],
        ['Vytautas', 'vytautas'],
        ['Žygimantas', 'zygimantas'],
      ],
      family: [
        ['Adomaitis', 'adomaitis'],
        ['Bagdonas', 'bagdonas'],
        ['Čepaitis', 'cepaitis'],
        ['Gudaitis', 'gudaitis'],
        ['Jonaitis', 'jonaitis'],
        ['Kairys', 'kairys'],
        ['Mickevičius', 'mickevicius'],
        ['Norkus', 'norkus'],
        ['Paulauskas', 'paulauskas'],
        ['Stankevičius', 'stankevicius'],
        ['Urbonas', 'urbonas'],
        ['Žilinskas', 'zilinskas'],
      ],
    },
  ],
  companies: [
    ['UAB Gintaro Kelias', 'gintaro-kelias'],
    ['UAB Neries Spauda', 'neries-spauda'],
    ['UAB Šiaurės Langai', 'siaures-langai'],
    ['MB Lino Namai', 'lino-namai'],
    ['UAB Pajūrio Baldai', 'pajurio-baldai'],
    ['UAB Ąžuolo Stalius', 'azuolo-stalius'],
    ['MB Kavos Ratas', 'kavos-ratas'],
    ['UAB Dzūkijos Medus', 'dzukijos-medus'],
    ['VšĮ Atviros Dirbtuvės', 'atviros-dirbtuves'],
    ['UAB Vėjo Turbinos', 'vejo-turbinos'],
    ['UAB Žalia Stotelė', 'zalia-stotele'],
    ['UAB Kuršių Laivai', 'kursiu-laivai'],
  ],
}

const cyrillic: NamePool = {
  share: 13,
  language: 'ru',
  country: 'LT',
  people: [
    {
      given: [
        ['Анна', 'anna'],
        ['Вера', 'vera'],
        ['Дарья', 'darya'],
        ['Ирина', 'irina'],
        ['Ксения', 'ksenia'],
        ['Ольга', 'olga'],
        ['Юлия', 'yulia'],
      ],
      family: [
        ['Белова', 'belova'],
        ['Громова', 'gromova'],
        ['Ершова', 'ershova'],
        ['Королёва', 'koroleva'],
        ['Соколова', 'sokolova'],
        ['Щербакова', 'shcherbakova'],
      ],
    },
    {
      given: [
        ['Алексей', 'alexey'],
        ['Глеб', 'gleb'],
        ['Дмитрий', 'dmitry'],
        ['Кирилл', 'kirill'],
        ['Павел', 'pavel'],
        ['Фёдор', 'fyodor'],
      ],
      family: [
        ['Воробьёв', 'vorobyov'],
        ['Зайцев', 'zaitsev'],
        ['Калинин', 'kalinin'],
        ['Орлов', 'orlov'],
        ['Тихонов', 'tikhonov'],
        ['Юдин', 'yudin'],
      ],
    },
  ],
  companies: [
    ['ООО «Северный причал»', 'severny-prichal'],
    ['ООО «Бумага и краска»', 'bumaga-i-kraska'],
    ['ИП «Тёплый дом»', 'tyoply-dom'],
    ['ООО «Ладья»', 'ladya'],
    ['ООО «Мастерская № 5»', 'masterskaya-5'],
  ],
}

const german: NamePool = {
  share: 13,
  language: 'en',
  country: 'DE',
  people: [
    {
      given: [
        ['Jürgen', 'juergen'],
        ['Käthe', 'kaethe'],
        ['Sönke', 'soenke'],
        ['Björn', 'bjoern'],
        ['Annika', 'annika'],
        ['Lukas', 'lukas'],
        ['Mareike', 'mareike'],
        ['Günther', 'guenther'],
      ],
      family: [
        ['Müller-Lüdenscheidt', 'mueller-luedenscheidt'],
        ['Größmann', 'groessmann'],
        ['Köhler', 'koehler'],
        ['Weiß', 'weiss'],
        ['Schäfer', 'schaefer'],
        ['Brandt', 'brandt'],
        ['von der Heide', 'vonderheide'],
        ['Jäger', 'jaeger'],
      ],
    },
  ],
  companies: [
    ['Holzwerk Böhm GmbH', 'holzwerk-boehm'],
    ['Grünfläche eG', 'gruenflaeche'],
    ['Küchenzeile Köln KG', 'kuechenzeile'],
    ['Straßenbau Süßmann GmbH', 'suessmann'],
    ['Lichtblick Messebau', 'lichtblick-messebau'],
    ['Papierhaus Krüger & Söhne', 'papierhaus-krueger'],
  ],
}

const nordicAndPolish: NamePool = {
  share: 12,
  language: 'en',
  country: 'FR',
  people: [
    {
      given: [
        ['Łukasz', 'lukasz'],
        ['Małgorzata', 'malgorzata'],
        ['Agnieszka', 'agnieszka'],
        ['Søren', 'soren'],
        ['Åsa', 'asa'],
        ['Élodie', 'elodie'],
        ['François', 'francois'],
        ['Zoë', 'zoe'],
      ],
      family: [
        ['Wójcik', 'wojcik'],
        ['Krawczyk', 'krawczyk'],
        ['Szczęsny', 'szczesny'],
        ['Østergård', 'ostergaard'],
        ['Lindström', 'lindstrom'],
        ['Lefèvre', 'lefevre'],
        ['Garçon', 'garcon'],
        ['Núñez', 'nunez'],
      ],
    },
  ],
  companies: [
    ['Żagle Gdańsk Sp. z o.o.', 'zagle-gdansk'],
    ['Fjord & Fyr ApS', 'fjord-fyr'],
    ['Atelier Forêt SARL', 'atelier-foret'],
    ['Västkust Kök AB', 'vastkust-kok'],
    ['Piekarnia Różana', 'piekarnia-rozana'],
    ['Ærø Bryggeri A/S', 'aeroe-bryggeri'],
  ],
}

const english: NamePool = {
  share: 11,
  language: 'en',
  country: 'US',
  people: [
    {
      given: [
        ['Siobhán', 'siobhan'],
        ['Grace', 'grace'],
        ['Owen', 'owen'],
        ["D'Arcy", 'darcy'],
        ['Harriet', 'harriet'],
        ['Jean-Luc', 'jean-luc'],
        ['Marcus', 'marcus'],
      ],
      family: [
        ["O'Brien", 'obrien'],
        ["O'Neill", 'oneill'],
        ['MacDonald', 'macdonald'],
        ['Smith-Jones', 'smith-jones'],
        ["D'Angelo", 'dangelo'],
        ['Whitfield', 'whitfield'],
        ['Okafor', 'okafor'],
      ],
    },
  ],
  companies: [
    ["Finnegan's Print & Sign", 'finnegans-print'],
    ['Harbour Lights Ltd', 'harbour-lights'],
    ['Tea & Timber Co.', 'tea-and-timber'],
    ['Northside Cycles', 'northside-cycles'],
    ["Miller's Yard LLC", 'millers-yard'],
  ],
}

const greek: NamePool = {
  share: 4,
  language: 'en',
  country: 'DE',
  people: [
    {
      given: [
        ['Ελένη', 'eleni'],
        ['Γιώργος', 'giorgos'],
        ['Σοφία', 'sofia'],
        ['Νίκος', 'nikos'],
        ['Κατερίνα', 'katerina'],
      ],
      family: [
        ['Παπαδάκη', 'papadaki'],
        ['Γεωργίου', 'georgiou'],
        ['Αναγνώστου', 'anagnostou'],
        ['Δήμου', 'dimou'],
        ['Χατζή', 'chatzi'],
      ],
    },
  ],
  companies: [
    ['Ελιά & Μέλι Α.Ε.', 'elia-meli'],
    ['Αιγαίο Ναυτιλιακή', 'aigaio'],
    ['Θάλασσα Ο.Ε.', 'thalassa'],
  ],
}

const arabic: NamePool = {
  share: 3,
  language: 'en',
  country: 'FR',
  people: [
    {
      given: [
        ['ليلى', 'layla'],
        ['يوسف', 'yusuf'],
        ['نور', 'nour'],
        ['كريم', 'karim'],
        ['سارة', 'sara'],
      ],
      family: [
        ['الحداد', 'alhaddad'],
        ['منصور', 'mansour'],
        ['الخطيب', 'alkhatib'],
        ['سليمان', 'suleiman'],
        ['النجار', 'alnajjar'],
      ],
    },
  ],
  companies: [
    ['شركة النور للطباعة', 'alnour-print'],
    ['مخبز الياسمين', 'yasmin-bakery'],
    ['دار الخشب', 'dar-alkhashab'],
  ],
}

const hebrew: NamePool = {
  share: 3,
  language: 'en',
  country: 'FR',
  people: [
    {
      given: [
        ['נועה', 'noa'],
        ['יעל', 'yael'],
        ['אורי', 'uri'],
        ['דוד', 'david'],
        ['תמר', 'tamar'],
      ],
      family: [
        ['לוי', 'levi'],
        ['מזרחי', 'mizrahi'],
        ['ברק', 'barak'],
        ['שפירא', 'shapira'],
        ['גולן', 'golan'],
      ],
    },
  ],
  companies: [
    ['דפוס הכרמל בע"מ', 'carmel-print'],
    ['נגריית האלון', 'haalon'],
    ['גינת ירק', 'ginat-yarok'],
  ],
}

const eastAsian: NamePool = {
  share: 3,
  language: 'en',
  country: 'US',
  familyFirst: true,
  people: [
    {
      given: [
        ['美咲', 'misaki'],
        ['健太', 'kenta'],
        ['葵', 'aoi'],
        ['大輔', 'daisuke'],
      ],
      family: [
        ['佐藤', 'sato'],
        ['高橋', 'takahashi'],
        ['渡辺', 'watanabe'],
        ['山本', 'yamamoto'],
      ],
    },
    {
      given: [
        ['伟', 'wei'],
        ['秀英', 'xiuying'],
        ['静', 'jing'],
        ['子涵', 'zihan'],
      ],
      family: [
        ['王', 'wang'],
        ['陈', 'chen'],
        ['欧阳', 'ouyang'],
        ['刘', 'liu'],
      ],
    },
    {
      given: [
        ['서연', 'seoyeon'],
        ['민준', 'minjun'],
        ['지우', 'jiwoo'],
      ],
      family: [
        ['김', 'kim'],
        ['박', 'park'],
        ['최', 'choi'],
      ],
    },
  ],
  companies: [
    ['株式会社青空印刷', 'aozora-insatsu'],
    ['东方纸业有限公司', 'dongfang-paper'],
    ['한빛목공', 'hanbit-wood'],
  ],
}

export const namePools: Some<NamePool> = [
  lithuanian,
  cyrillic,
  german,
  nordicAndPolish,
  english,
  greek,
  arabic,
  hebrew,
  eastAsian,
]
