// What the Worker says in the example snapshots, in each language.

import type { Locale } from '../../../shared/locale.ts'

export type ExampleTexts = typeof en

interface FactTexts {
  label: string
  meaning: string
}

const en = {
  angry: {
    verdict: 'Angry, still buying. Same mistake 3 times.',
    status: 'on time',
    interval: 'usually buys every 24–33 days',
    risk: 'high 84 (100 = worst)',
    recent: 'Bought recently',
    often: 'Buys steadily',
    unanswered: '3/10, nobody followed up',
    repeated: 'Annoyed 3 times: Invoice to the wrong address',
    slowAnswers: 'Annoyed: Slow answers',
    smallMistakes: 'Small mistakes again and again',
    note: 'Invoice to the wrong address',
    score: '3/10, detractor, nobody followed up, due 10 Nov',
    comment: 'third time, really?',
    oldComment: 'quick and exact',
    long: 'The invoice went to the old address again although the new one was confirmed twice by phone and once in writing, the courier then left the parcel with a neighbour who had moved out, and nobody could say where it was.',
  },
  quiet: {
    verdict: 'Gone quiet: 63 days, usually 52.',
    status: 'slipping since 21 Nov',
    interval: 'usually buys every 45–60 days',
    risk: 'high 78 (100 = worst)',
    silent: 'Silent longer than usual',
    slow: 'Buys less often than most',
    score: '9/10, promoter',
    comment: 'all as agreed',
    nothing: 'Nothing logged. That does not mean nothing is wrong',
  },
  returned: {
    verdict: 'Came back 12 days ago. Handle with care.',
    status: 'came back 12 days ago',
    interval: 'usually buys every 20–35 days',
    risk: 'watch 58 (100 = worst)',
    recent: 'Bought recently',
    justReturned: 'Just came back',
    answered: '4/10, followed up',
    slowDelivery: 'Slow delivery',
    note: 'Waited 9 days for shipping',
    score: '4/10, detractor, followed up',
    comment: 'nine days of waiting',
  },
  prospect: {
    verdict: 'Has not bought yet.',
    status: 'prospect',
    interval: '0 of 3 purchases needed; your customers usually come back after 34 days',
    noPurchase: 'no purchase yet',
    neverBought: 'has not bought yet',
    noRisk: 'no purchase yet, so no risk of losing one',
    noScore: 'no score yet',
  },
  facts: {
    risk: {
      label: 'Risk',
      meaning:
        'Risk of leaving, 100 = worst: how likely no purchase within 56 days is, and what they told us.',
    },
    status: {
      label: 'Status',
      meaning: 'Slipping from 1.5 usual gaps without a purchase, presumed lost from 3. Provisional rule.',
    },
    interval: {
      label: 'Interval',
      meaning:
        "The middle one of this customer's own gaps between purchases; the range is the middle half of them.",
    },
    nps: {
      label: 'Score',
      meaning: 'Answer to "how likely are you to recommend us?": 9-10 promoter, 7-8 passive, 0-6 detractor.',
    },
    irritants: {
      label: 'What annoys',
      meaning: 'Logged by category; the same category again is a repeat. Open until somebody solves it.',
    },
  } as Record<string, FactTexts>,
}

const ru: ExampleTexts = {
  angry: {
    verdict: 'Злится, пока покупает. Одна и та же ошибка 3 раза.',
    status: 'покупает в срок',
    interval: 'обычно покупает раз в 24–33 дн.',
    risk: 'высокий 84 (100 - хуже всего)',
    recent: 'Покупка была недавно',
    often: 'Покупает стабильно',
    unanswered: '3/10, по оценке не связались',
    repeated: 'Раздражает, повтор, в 3-й раз: Счёт на неверный адрес',
    slowAnswers: 'Раздражает: Медленные ответы',
    smallMistakes: 'Мелкие ошибки снова и снова',
    note: 'Счёт на неверный адрес',
    score: '3/10, критик, по оценке не связались, срок 10 нояб.',
    comment: 'третий раз, серьёзно?',
    oldComment: 'быстро и точно',
    long: 'Счёт снова ушёл на старый адрес, хотя новый дважды подтвердили по телефону и один раз письменно, курьер оставил посылку у соседа, который уже переехал, и никто не мог сказать, где она.',
  },
  quiet: {
    verdict: 'Замолчал: 63 дн., обычно 52.',
    status: 'засыпает с 21 нояб.',
    interval: 'обычно покупает раз в 45–60 дн.',
    risk: 'высокий 78 (100 - хуже всего)',
    silent: 'Молчит дольше обычного',
    slow: 'Покупает реже большинства',
    score: '9/10, промоутер',
    comment: 'всё как договорились',
    nothing: 'Ничего не записано. Это не значит, что всё хорошо',
  },
  returned: {
    verdict: 'Вернулся 12 дней назад. Требует бережности.',
    status: 'вернулся 12 дней назад',
    interval: 'обычно покупает раз в 20–35 дн.',
    risk: 'под наблюдением 58 (100 - хуже всего)',
    recent: 'Покупка была недавно',
    justReturned: 'Только что вернулся',
    answered: '4/10, по оценке связались',
    slowDelivery: 'Долгая доставка',
    note: 'Ждал отправки 9 дней',
    score: '4/10, критик, связались по оценке',
    comment: 'девять дней ожидания',
  },
  prospect: {
    verdict: 'Ещё не покупает.',
    status: 'потенциальный клиент',
    interval: '0 из 3 нужных покупок; ваши клиенты обычно возвращаются через 34 дн.',
    noPurchase: 'покупок ещё нет',
    neverBought: 'ещё не покупает',
    noRisk: 'покупок ещё нет, терять пока нечего',
    noScore: 'оценок ещё нет',
  },
  facts: {
    risk: {
      label: 'Риск ухода',
      meaning:
        'Риск ухода, 100 - хуже всего: насколько вероятно, что покупки не будет 56 дн., и что нам говорили.',
    },
    status: {
      label: 'Состояние',
      meaning:
        'Засыпает - после 1,5 обычных перерывов без покупок, считается потерянным - после 3. Правило временное.',
    },
    interval: {
      label: 'Ритм покупок',
      meaning: 'Средний по порядку из собственных перерывов клиента; диапазон - их средняя половина.',
    },
    nps: {
      label: 'Оценка клиента',
      meaning: 'На вопрос «порекомендуете ли вы нас?»: 9-10 - промоутер, 7-8 - пассивный, 0-6 - критик.',
    },
    irritants: {
      label: 'Что раздражает',
      meaning: 'Записывается по видам; тот же вид снова - повтор. Открыто, пока не решат.',
    },
  },
}

const lt: ExampleTexts = {
  angry: {
    verdict: 'Pyksta, tebeperka. Ta pati klaida 3 kartus.',
    status: 'perka laiku',
    interval: 'paprastai perka kas 24–33 d.',
    risk: 'didelė 84 (100 - blogiausia)',
    recent: 'Pirko neseniai',
    often: 'Perka pastoviai',
    unanswered: '3/10, nesusisiekta',
    repeated: 'Erzina, pasikartojo, 3-ią kartą: Sąskaita ne tuo adresu',
    slowAnswers: 'Erzina: Lėti atsakymai',
    smallMistakes: 'Smulkios klaidos vis kartojasi',
    note: 'Sąskaita ne tuo adresu',
    score: '3/10, kritikas, dėl įvertinimo nesusisiekta, terminas 11-10',
    comment: 'trečias kartas, rimtai?',
    oldComment: 'greita ir tikslu',
    long: 'Sąskaita vėl išsiųsta senuoju adresu, nors naujasis du kartus patvirtintas telefonu ir kartą raštu, kurjeris siuntinį paliko kaimynui, kuris jau išsikraustęs, ir niekas negalėjo pasakyti, kur jis.',
  },
  quiet: {
    verdict: 'Nutilo: 63 d., paprastai 52.',
    status: 'vėluoja pirkti nuo 11-21',
    interval: 'paprastai perka kas 45–60 d.',
    risk: 'didelė 78 (100 - blogiausia)',
    silent: 'Tyli ilgiau nei įprastai',
    slow: 'Perka rečiau nei dauguma',
    score: '9/10, rekomenduotojas',
    comment: 'viskas kaip tarta',
    nothing: 'Nieko nepažymėta. Tai nereiškia, kad viskas gerai',
  },
  returned: {
    verdict: 'Sugrįžo prieš 12 dienų. Elkitės atsargiai.',
    status: 'sugrįžo prieš 12 dienų',
    interval: 'paprastai perka kas 20–35 d.',
    risk: 'stebėti 58 (100 - blogiausia)',
    recent: 'Pirko neseniai',
    justReturned: 'Ką tik sugrįžo',
    answered: '4/10, susisiekta',
    slowDelivery: 'Lėtas pristatymas',
    note: 'Siuntos laukė 9 dienas',
    score: '4/10, kritikas, susisiekta dėl įvertinimo',
    comment: 'devynios dienos laukimo',
  },
  prospect: {
    verdict: 'Dar nepirko.',
    status: 'potencialus klientas',
    interval: '0 iš 3 reikalingų pirkimų; jūsų klientai paprastai grįžta po 34 d.',
    noPurchase: 'pirkimų dar nėra',
    neverBought: 'dar nepirko',
    noRisk: 'pirkimų dar nėra, nėra ir ko prarasti',
    noScore: 'įvertinimų dar nėra',
  },
  facts: {
    risk: {
      label: 'Praradimo rizika',
      meaning: 'Praradimo rizika, 100 - blogiausia: kiek tikėtina, kad nepirks 56 d., ir ką mums sakė.',
    },
    status: {
      label: 'Būsena',
      meaning:
        'Vėluoja pirkti - praėjus 1,5 įprasto tarpo be pirkimų, laikomas prarastu - praėjus 3. Taisyklė laikina.',
    },
    interval: {
      label: 'Pirkimų ritmas',
      meaning: 'Vidurinis iš paties kliento tarpų tarp pirkimų; intervalas - vidurinė jų pusė.',
    },
    nps: {
      label: 'Kliento įvertinimas',
      meaning:
        'Į klausimą „ar mus rekomenduotumėte?“: 9-10 - rekomenduotojas, 7-8 - neutralusis, 0-6 - kritikas.',
    },
    irritants: {
      label: 'Kas erzina',
      meaning: 'Žymima pagal rūšį; ta pati rūšis vėl - pasikartojimas. Atvira, kol kas nors išspręs.',
    },
  },
}

export const exampleTexts: Record<Locale, ExampleTexts> = { en, ru, lt }
