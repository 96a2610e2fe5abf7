// English: what the import section of the options page says.

import { isolate, type Plural } from '../locale.ts'

const rows: Plural = { one: '# row', other: '# rows' }

export const enImport = {
  title: 'Import',
  intro:
    'Purchases and survey answers from another system, as a CSV file. It is read in this browser; its rows go to your own server alone.',
  notConnected: 'Connect to your workspace first, then its data can come in.',
  toConnection: 'To the connection',
  notAdmin: 'Only admins of the workspace can import. Ask one of them, or connect with an admin’s token.',

  kind: 'What is in the file?',
  kinds: { purchases: 'Purchases', responses: 'Survey answers' },
  kindHints: {
    purchases: 'One row a purchase: who, when, how much.',
    responses: 'One row an answer to “how likely are you to recommend us?”: who, when, 0 to 10.',
  },

  drop: 'Drop a CSV file here, or',
  choose: 'Choose a file',
  dropHint: 'Comma, semicolon or tab; any size. Nothing is sent before you have seen what would come in.',
  opening: (name: string) => `Opening ${isolate(name)}…`,
  another: 'Another file',
  fileFaults: {
    empty: 'This file is empty.',
    'no-rows': 'There is a line with column names and nothing below it.',
    'no-header':
      'The first line cannot be read as column names. Is this a CSV file, and are encoding and separator right?',
    'too-many-columns':
      'This file has more than 500 columns. Is the separator right? Else leave out what is not needed.',
    'too-many-broken':
      'More than 1,000 lines are broken, so this is read wrongly. Are encoding and separator right?',
    changed: 'The file was changed or moved while it was read. Choose it again.',
  },

  reading: 'How it is read',
  encoding: 'Encoding',
  encodings: {
    'utf-8': 'Unicode (UTF-8)',
    'utf-16le': 'Unicode (UTF-16)',
    'utf-16be': 'Unicode (UTF-16, big-endian)',
    'windows-1251': 'Cyrillic (Windows-1251)',
    'windows-1257': 'Baltic (Windows-1257)',
    'windows-1252': 'Western (Windows-1252)',
  },
  separator: 'Between cells',
  separators: { ',': 'comma ,', ';': 'semicolon ;', '\t': 'tab', '|': 'bar |' },
  dateOrder: 'Dates',
  dateOrders: { ymd: 'year month day', dmy: 'day month year', mdy: 'month day year' },
  dateOrderOpen: 'These dates could be read either way: please check.',
  decimal: 'Decimals',
  decimals: { point: 'point, 1,234.56', comma: 'comma, 1.234,56' },
  currency: 'Currency, where none stands beside',
  source: 'Where it comes from',
  sourceHint:
    'A short name of the system, like “shop”. Give the same name each time: by it the same rows and customers are known again.',
  sourceMissing: 'A name is needed.',

  columns: 'Columns',
  columnsHint: '○ One of these is needed to know who it was. * Needed.',
  fields: {
    customer_id: 'Customer id',
    email: 'E-mail',
    phone: 'Phone',
    name: 'Name',
    first_name: 'First name',
    last_name: 'Last name',
    order_id: 'Order id',
    response_id: 'Answer id',
    date: 'Date',
    amount: 'Amount',
    currency: 'Currency',
    product: 'Product',
    score: 'Score',
    comment: 'Comment',
    touchpoint: 'Touchpoint',
    ordinal: 'Ordinal',
  },
  noColumn: 'not in the file',
  columnNumber: (n: number) => `Column ${n}`,
  needed: 'needed',
  anyNeeded: 'any one of these is needed',
  missing: (fields: string) => `Still to be chosen: ${fields}.`,
  missingCustomer: 'who it was',

  check: 'What would come in',
  checking: (percent: string) => `Reading the file… ${percent}`,
  rows,
  customers: { one: '# customer', other: '# customers' } as Plural,
  refunds: { one: 'of them # refund', other: 'of them # refunds' } as Plural,
  badRows: {
    one: '# row cannot be read and would be left out',
    other: '# rows cannot be read and would be left out',
  } as Plural,
  moreBadRows: { one: 'and # more', other: 'and # more' } as Plural,
  repeatedIds: {
    one: '# row has an order id that stands in the file already; of each id only the last row counts. If the file lists single items, choose “not in the file” for the order id.',
    other:
      '# rows have an order id that stands in the file already; of each id only the last row counts. If the file lists single items, choose “not in the file” for the order id.',
  } as Plural,
  nothingGood: 'Not one row can be read like this.',
  atLine: (line: string, what: string) => `Line ${line}: ${what}`,
  atColumn: (column: string, what: string) => `column ${column}, ${what}`,
  faults: {
    'quote-inside': 'a quotation mark inside a cell that does not begin with one',
    'quote-after': 'more text behind the closing quotation mark',
    'quote-open': 'a quotation mark is opened and never closed',
    'too-long-line': 'the line is longer than a megabyte',
    'broken-line': 'the line cannot be cut into cells',
    'wrong-encoding': 'letters that do not exist in this encoding',
    missing: 'empty',
    'no-customer': 'nobody can be recognised by this',
    'no-date': 'not a date in this order',
    'no-amount': 'not an amount',
    'no-currency': 'not a currency',
    'no-score': 'not a score from 0 to 10',
    'too-long': 'too long to be kept as it is',
  },
  ragged: (got: number, expected: number) => `${got} cells where there are ${expected} columns`,

  startLater: 'Import',
  start: {
    purchases: { one: 'Import # purchase', other: 'Import # purchases' } as Plural,
    responses: { one: 'Import # answer', other: 'Import # answers' } as Plural,
  },
  unfinished: (done: string, total: string) =>
    `The import of this file was begun and came to row ${done} of ${total}.`,
  goOn: (row: string) => `Go on at row ${row}`,
  startAnew: 'Begin anew',
  heldElsewhere: 'This file is being imported in another tab. It goes on there; here there is nothing to do.',

  running: (name: string) => `Importing ${isolate(name)}`,
  progress: (done: string, total: string) => `${done} of ${total} rows`,
  speed: (rows: string) => `${rows} a second`,
  left: {
    seconds: { one: 'about # second left', other: 'about # seconds left' } as Plural,
    minutes: { one: 'about # minute left', other: 'about # minutes left' } as Plural,
    hours: { one: 'about # hour left', other: 'about # hours left' } as Plural,
  },
  keepOpen:
    'Keep this tab open. If it is closed, choose the same file again later: the import goes on where it was.',
  waiting: {
    offline: 'The network or the server is away. It goes on by itself as soon as they are back.',
    slow: 'The server takes long. The same part is sent again; nothing comes in twice.',
    'not-holdfast':
      'Something else answers in place of Holdfast: a sign-in page of your network perhaps. It is tried again.',
    failing: 'The server has a fault at the moment. It is tried again by itself.',
  },
  cancel: 'Cancel',

  ended: {
    done: 'Imported',
    cancelled: 'Cancelled',
    stopped: 'Stopped',
  },
  cancelled: (done: string, total: string) =>
    `What came in up to row ${done} of ${total} stays, until you take it back below or go on.`,
  stops: {
    'signed-out':
      'The connection to this workspace has ended. Connect again, then choose the same file and go on.',
    'too-old': 'This extension is too old for the server. Update it, then choose the same file and go on.',
    gone: 'The extension was updated. Reload this page, then choose the same file and go on.',
    refused: 'The server does not take this import.',
    undone: 'This import was taken back meanwhile. Begin anew if it shall come in.',
    forbidden: 'This token is not an admin’s any more, so the server takes nothing from it.',
  },
  accepted: {
    purchases: { one: '# purchase came in', other: '# purchases came in' } as Plural,
    responses: { one: '# answer came in', other: '# answers came in' } as Plural,
  },
  duplicates: { one: '# row was known already', other: '# rows were known already' } as Plural,
  leftOut: { one: '# row was left out', other: '# rows were left out' } as Plural,
  otherCurrency: {
    one: '# row is in another currency than the workspace: it counts for the rhythm, not for money',
    other: '# rows are in another currency than the workspace: they count for the rhythm, not for money',
  } as Plural,
  download: 'Download them with the reasons',
  reportName: 'left-out.csv',
  reportLine: 'line',
  reportReason: 'reason',
  refusals: {
    invalid: 'the server cannot read it',
    invalid_identity: 'neither address, phone nor id can be one',
    ambiguous_customer: 'address, phone and id belong to different customers',
    unknown_customer: 'nobody is known by this',
  } as Partial<Record<string, string>>,
  refusedOther: 'the server did not take it',
  fitting: 'The risk of leaving is being fitted to the new purchases…',
  fitted: 'The risk of leaving follows the new purchases.',
  notFitted: 'The risk of leaving could not be fitted anew. It follows with the next fit.',

  past: 'What came in so far',
  noPast: 'Nothing was imported yet.',
  pastOf: (kind: string, source: string) => `${kind} from ${isolate(source)}`,
  nameless: 'without a file name',
  undone: (day: string) => `taken back ${day}`,
  undo: 'Take back',
  undoNamed: (name: string) => `Take back ${isolate(name)}`,
  undoQuestion: {
    one: 'Take back # row? Everything is then as it was before.',
    other: 'Take back all # rows? Everything is then as it was before.',
  } as Plural,
  undoGoOn: 'Go on taking back',
  keep: 'Keep',
  undoing: 'Taking back…',
  undoLeft: { one: 'Taking back… # row left', other: 'Taking back… # rows left' } as Plural,
  undoFailed: 'It could not be taken back to the end. Try again.',
  pastFailed: 'The list could not be read.',
  again: 'Try again',
}
