// The usual names of a CSV's columns in English, Russian and Lithuanian, the most usual first. Case, accents, spaces
// and punctuation do not matter. Finding columns by them is import-columns.ts.

import type { ImportField } from './import-columns.ts'

/** One line a language, names divided by commas. */
export const usualColumnNames: Record<ImportField, readonly string[]> = {
  customer_id: [
    'customer id, customer no, customer number, customer code, customer key, cust id, client id, client no, client number, client code, buyer id, user id, member id, account id, account number, contact id, crm id, shopper id',
    'id клиента, код клиента, номер клиента, ид клиента, id покупателя, код покупателя, номер покупателя, код контрагента, id контрагента, id пользователя',
    'kliento id, kliento kodas, kliento nr, kliento numeris, pirkėjo id, pirkėjo kodas, pirkėjo nr, vartotojo id, užsakovo kodas',
  ],
  email: [
    'email, email address, customer email, billing email, buyer email, contact email, mail',
    'эл почта, электронная почта, адрес электронной почты, почта, имейл, емейл, эл адрес',
    'el paštas, elektroninis paštas, el pašto adresas, elektroninio pašto adresas, paštas',
  ],
  phone: [
    'phone, phone number, telephone, tel, mobile, mobile phone, cell phone, phone no',
    'телефон, номер телефона, тел, мобильный, мобильный телефон, моб телефон, сотовый',
    'telefonas, telefono numeris, telefono nr, tel nr, mobilus, mobilusis telefonas',
  ],
  name: [
    'name, full name, customer name, client name, buyer name, contact name, billing name, company, company name',
    'фио, имя клиента, имя покупателя, полное имя, название клиента, наименование клиента, имя и фамилия, компания, название компании, организация',
    'vardas pavardė, vardas ir pavardė, kliento vardas, kliento pavadinimas, pirkėjo vardas, įmonė, įmonės pavadinimas, pavadinimas',
  ],
  first_name: ['first name, given name, forename', 'имя', 'vardas'],
  last_name: ['last name, surname, family name', 'фамилия', 'pavardė'],
  order_id: [
    'order id, order no, order number, order nr, order code, order, purchase id, invoice id, invoice no, invoice number, invoice, receipt number, receipt id, receipt, transaction id, document number, sale id, payment id',
    'id заказа, номер заказа, код заказа, заказ, номер чека, чек, номер документа, номер счета, счет, номер счета фактуры, номер накладной, id транзакции, id покупки',
    'užsakymo id, užsakymo nr, užsakymo numeris, užsakymas, sąskaitos nr, sąskaitos numeris, sąskaita, kvito nr, kvitas, dokumento nr, sf nr, operacijos id, pirkimo id',
  ],
  response_id: [
    'response id, answer id, submission id, reply id, response no, response number',
    'id ответа, номер ответа, код ответа, id анкеты, номер анкеты',
    'atsakymo id, atsakymo nr, atsakymo numeris, anketos id, anketos nr',
  ],
  date: [
    'date, order date, purchase date, invoice date, transaction date, sale date, datetime, date and time, created at, paid at, ordered at, purchased at, timestamp, created, response date, submitted at, answered at, survey date, submit date',
    'дата, дата заказа, дата покупки, дата продажи, дата и время, дата документа, дата чека, дата счета, дата создания, дата оплаты, дата ответа, дата опроса',
    'data, užsakymo data, pirkimo data, pardavimo data, sąskaitos data, data ir laikas, dokumento data, apmokėjimo data, atsakymo data, apklausos data, sukurta',
  ],
  amount: [
    'amount, order amount, order total, order value, total amount, total price, grand total, total, revenue, sum, amount paid, total paid, paid, sales, turnover, value, spend, net amount, gross amount, subtotal, price',
    'сумма, сумма заказа, сумма покупки, сумма чека, сумма оплаты, сумма продажи, итого, всего, выручка, оборот, оплачено, стоимость, цена',
    'suma, užsakymo suma, pirkimo suma, bendra suma, iš viso, viso, sumokėta, mokėti, pajamos, apyvarta, vertė, kaina',
  ],
  currency: ['currency, currency code, iso currency, ccy', 'валюта, код валюты', 'valiuta, valiutos kodas'],
  product: [
    'product, product name, product title, item, item name, lineitem name, sku, description',
    'товар, название товара, наименование товара, продукт, номенклатура, услуга, артикул',
    'prekė, prekės pavadinimas, produktas, gaminys, paslauga, prekės kodas',
  ],
  score: [
    'score, nps, nps score, rating, grade, recommendation, likelihood to recommend, likely to recommend, recommend us',
    'оценка, балл, баллы, рейтинг, оценка nps',
    'įvertinimas, vertinimas, įvertis, balas, balai, nps balas',
  ],
  comment: [
    'comment, comments, feedback, reason, verbatim, review, text, note, remark, message',
    'комментарий, отзыв, причина, текст, примечание, пожелания',
    'komentaras, atsiliepimas, priežastis, pastaba, tekstas',
  ],
  touchpoint: [
    'touchpoint, touch point, channel, survey, survey name, stage, campaign, source',
    'точка контакта, канал, опрос, этап, источник',
    'sąlyčio taškas, kanalas, apklausa, etapas, šaltinis',
  ],
  ordinal: ['ordinal'],
}

/** A column of this name holds an id where nothing else says who it was, else what the customer is called. */
export const whoNames: readonly string[] = [
  'customer, client, buyer',
  'клиент, покупатель, контрагент, заказчик',
  'klientas, pirkėjas, užsakovas',
]

/** A header with one of these beside a usual name is about something else: `birth date`, `unit price`. */
export const misleadingNames: readonly string[] = [
  'birth, birthday, ship, shipping, shipped, delivery, due, unit, tax, vat, discount, fee, rate, status, type, count, quantity, product, item, user, agent, owner',
  'рождения, доставки, скидки, скидка, ндс, налог, статус, количество, единицу, товара, менеджер',
  'gimimo, pristatymo, nuolaida, nuolaidos, pvm, būsena, kiekis, vieneto, prekės, vadybininkas',
]
