// The twenty customers who write to the mailbox: names in several scripts, an apostrophe and markup, two people of
// one name, an address in capitals and one with a plus.

export interface MailCustomer {
  name: string
  email: string
  phone: string
  company: string
  /** Of the one message they wrote, and its text. */
  subject: string
  text: string
}

export const mailCustomers: readonly MailCustomer[] = [
  {
    name: 'Alice Novak',
    email: 'alice.novak@northwind.example',
    phone: '+1 202 555 0101',
    company: 'Northwind Bakery',
    subject: 'How do I cancel my plan?',
    text: 'Hi,\n\nwe are closing two shops and I want to cancel our Team plan at the end of the month. Can you tell me what happens to our data?\n\nAlice',
  },
  {
    name: 'Bernd Müller',
    email: 'bernd.mueller@mueller-haustechnik.example',
    phone: '+49 30 23125 002',
    company: 'Müller Haustechnik GmbH',
    subject: 'Rechnung Oktober doppelt / invoice charged twice',
    text: 'Guten Tag,\n\nthe October invoice was charged twice. Please refund one.\n\nMit freundlichen Grüßen\nBernd Müller',
  },
  {
    name: 'Chloé Lefèvre',
    email: 'chloe.lefevre@atelier-lefevre.example',
    phone: '+33 1 99 00 03 03',
    company: 'Atelier Lefèvre',
    subject: 'Export is missing half of my contacts',
    text: 'Hello,\n\nmy CSV export stops after 500 rows although I have 1,140 contacts.\n\nChloé',
  },
  {
    name: "David O'Brien",
    email: 'david.obrien@obrien-legal.example',
    phone: '+353 20 910 0104',
    company: "O'Brien Legal",
    subject: 'Competitor offers half the price',
    text: 'Hi team,\n\nwe were offered the same features for half of what we pay. Is there anything you can do before our renewal?\n\nDavid',
  },
  {
    name: 'Elena Petrova',
    email: 'e.petrova@sofiatours.example',
    phone: '+359 2 555 0105',
    company: 'Sofia Tours',
    subject: 'Login loop on mobile',
    text: 'Since Tuesday nobody of us can log in from the phone. It returns to the login page every time.\n\nElena',
  },
  {
    name: 'Farid Haddad',
    email: 'farid@haddad-imports.example',
    phone: '+1 (312) 555-0106',
    company: 'Haddad Imports',
    subject: 'Upgrade to Team, pro-rated?',
    text: 'If I upgrade today, do I pay the full month?\n\nFarid',
  },
  {
    name: 'Grace Kimani',
    email: 'grace.kimani@kimani.example',
    phone: '+254 20 555 0107',
    company: 'Kimani & Sons',
    subject: 'Sync error 409 with calendar',
    text: 'We keep seeing error 409 when the calendar syncs. Third ticket about this.\n\nGrace',
  },
  {
    name: '田中 博',
    email: 'h.tanaka@tanaka-design.example',
    phone: '+81 3 5550 0108',
    company: 'Tanaka Design',
    subject: '請求書の宛名変更 (change of billing name)',
    text: 'お世話になっております。\n\nPlease change the billing name to Tanaka Design K.K.\n\n田中 博',
  },
  {
    name: 'Inga Ström',
    email: 'inga.strom@strom.example',
    phone: '+46 8 465 004 09',
    company: 'Ström AB',
    subject: 'DPA and subprocessors list',
    text: 'Hello,\n\nour legal department needs the signed DPA before we renew in December.\n\nInga',
  },
  {
    name: 'Jamal Washington',
    email: 'Jamal.Washington@Wash-Auto.example',
    phone: '(404) 555-0110',
    company: 'Wash Auto',
    subject: 'Pause my subscription',
    text: 'Can I pause for three months? Low season.\n\nJamal',
  },
  {
    name: 'Karin van der Berg',
    email: 'karin@vanderberg.example',
    phone: '+31 20 555 0111',
    company: 'Van der Berg Fietsen',
    subject: 'Wrong VAT number on invoice',
    text: 'The VAT number on invoice 2026-1011 is still the old one.\n\nKarin',
  },
  {
    name: 'Luis Fernández',
    email: 'luis.fernandez@ferncafe.example',
    phone: '+34 910 555 112',
    company: 'Fern Café',
    subject: 'Feature missing since last update',
    text: 'The bulk tag button is gone since the update of last week. We used it every day.\n\nLuis',
  },
  {
    name: 'Maria Garcia',
    email: 'maria.garcia@garcia-dental.example',
    phone: '+1 305 555 0113',
    company: 'Garcia Dental',
    subject: 'Thinking about leaving',
    text: 'Support took four days to answer last time. We are thinking about leaving.\n\nMaria',
  },
  {
    name: 'Maria Garcia',
    email: 'maria@garcia-flores.example',
    phone: '+1 512 555 0114',
    company: 'Garcia Flores',
    subject: 'Password reset mail does not arrive',
    text: 'I requested the reset mail three times. Nothing, not in spam either.\n\nMaria G.',
  },
  {
    name: 'Noor Aziz',
    email: 'noor.aziz+billing@azizfoods.example',
    phone: '+44 20 7946 0115',
    company: 'Aziz Foods',
    subject: 'Card was declined',
    text: 'Our card was replaced by the bank. How do I enter the new one?\n\nNoor',
  },
  {
    name: 'Olga Kowalska',
    email: 'olga.kowalska@kowalska.example',
    phone: '+48 22 555 01 16',
    company: 'Kowalska Sp. z o.o.',
    subject: 'Cancel confirmation please',
    text: 'I cancelled yesterday by phone. Please confirm in writing.\n\nOlga',
  },
  {
    name: 'Pierre Dubois',
    email: 'p.dubois@dubois-vins.example',
    phone: '+33 5 36 49 01 17',
    company: 'Dubois Vins',
    subject: 'API rate limits',
    text: 'Our shop hits the rate limit every evening. Which plan do we need?\n\nPierre',
  },
  {
    name: 'Quinn Taylor',
    email: 'quinn@taylorstudio.example',
    phone: '1-617-555-0118',
    company: 'Taylor Studio',
    subject: 'Student discount?',
    text: 'Is there a discount for students?\n\nQuinn',
  },
  {
    name: "Rosa D'Angelo",
    email: 'rosa.dangelo@dangelo.example',
    phone: '+39 06 555 0119',
    company: "D'Angelo <Pasta> & Co",
    subject: 'Renewal terms 2027 <draft>',
    text: 'Please send the renewal terms for 2027, 45 seats.\n\nRosa',
  },
  {
    name: 'Sam Lee',
    email: 'sam.lee@leelogistics.example',
    phone: '+65 6555 0120',
    company: 'Lee Logistics',
    subject: 'Seats: reduce from 60 to 20',
    text: 'We reduce our team and need only 20 seats from next quarter.\n\nSam',
  },
]
