// Text in pieces -> lines of cells. Strict: a line with a broken quote, or one too long to be a row, is named and
// left out, and reading goes on with the line below it, so that one fault never costs the rest of the file.

import { type CsvError, type InfoRecord, type Parser, parse } from 'csv-parse/browser/esm'

/** What is wrong with a line that cannot be cut into cells. */
export type LineFault = 'quote-inside' | 'quote-after' | 'quote-open' | 'too-long-line' | 'broken-line'

/** Lines and columns are counted from 1; a row of several lines has the number of its first. */
export type CsvLine = { line: number; cells: string[] } | { line: number; column: number; fault: LineFault }

/** In bytes. No sale or answer takes more; what does is a broken file or no CSV at all. */
export const longestLine = 1_000_000

const faults: Partial<Record<string, LineFault>> = {
  INVALID_OPENING_QUOTE: 'quote-inside',
  CSV_INVALID_CLOSING_QUOTE: 'quote-after',
  CSV_QUOTE_NOT_CLOSED: 'quote-open',
  CSV_MAX_RECORD_SIZE: 'too-long-line',
}

/**
 * Yields what each piece of text completes, in order. Empty lines are left out but counted.
 * @param separator one character.
 */
export async function* csvLines(texts: AsyncIterable<string>, separator: string): AsyncGenerator<CsvLine[]> {
  const reader = new CsvReader(separator)
  let held = ''
  for await (const text of texts) {
    const whole = held + text
    // A piece may end between the two characters of a line end.
    held = whole.endsWith('\r') ? '\r' : ''
    yield await reader.read(unifyLineEnds(held ? whole.slice(0, -1) : whole))
  }
  yield await reader.read(unifyLineEnds(held))
  yield await reader.end()
}

function unifyLineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}

class CsvReader {
  readonly #separator: string
  #parser: Parser
  #lines: CsvLine[] = []
  /** Where the next row may begin. */
  #nextLine = 1
  /** Text that may be needed again, from `#openLine` on: the row under way is in it. */
  #open = ''
  #openLine = 1
  /** What comes up to the next line end belongs to a line that was left out. */
  #isSkipping = false

  constructor(separator: string) {
    this.#separator = separator
    this.#parser = this.#startParser()
  }

  async read(text: string): Promise<CsvLine[]> {
    await this.#feed(this.#isSkipping ? this.#skipLine(text) : text)
    return this.#takeLines()
  }

  async end(): Promise<CsvLine[]> {
    for (let error = await endOf(this.#parser); error; error = await endOf(this.#parser)) {
      await this.#feed(this.#leaveOut(error))
    }
    return this.#takeLines()
  }

  async #feed(text: string): Promise<void> {
    let rest = text
    while (rest !== '') {
      this.#open += rest
      const error = await written(this.#parser, rest)
      rest = error ? this.#leaveOut(error) : ''
    }
    this.#forgetRead()
  }

  #startParser(): Parser {
    const firstLine = this.#nextLine
    let emptyLines = 0
    return startParser(this.#separator, (cells, info) => {
      this.#lines.push({ line: this.#nextLine + info.empty_lines - emptyLines, cells })
      emptyLines = info.empty_lines
      this.#nextLine = firstLine + info.lines
      return null
    })
  }

  /** Names the line the error stands in, and goes on below it. @returns the text there. */
  #leaveOut({ code, column }: CsvError): string {
    this.#forgetRead()
    const [emptyAbove = ''] = /^\n*/.exec(this.#open) ?? []
    const line = this.#openLine + emptyAbove.length
    const fault = faults[code] ?? 'broken-line'
    this.#lines.push({ line, column: typeof column === 'number' ? column + 1 : 1, fault })
    const rest = this.#skipLine(this.#open.slice(emptyAbove.length))
    this.#open = ''
    this.#openLine = line + 1
    this.#nextLine = line + 1
    this.#parser = this.#startParser()
    return rest
  }

  /** @returns what stands below the first line end. */
  #skipLine(text: string): string {
    const end = text.indexOf('\n')
    this.#isSkipping = end < 0
    return end < 0 ? '' : text.slice(end + 1)
  }

  #forgetRead(): void {
    let end = 0
    for (; this.#openLine < this.#nextLine; this.#openLine += 1) {
      end = this.#open.indexOf('\n', end) + 1 || this.#open.length
    }
    this.#open = this.#open.slice(end)
  }

  #takeLines(): CsvLine[] {
    const lines = this.#lines
    this.#lines = []
    return lines
  }
}

function startParser(separator: string, keep: (cells: string[], info: InfoRecord) => null): Parser {
  const parser = parse({
    delimiter: separator,
    record_delimiter: '\n',
    skip_empty_lines: true,
    relax_column_count: true,
    max_record_size: longestLine,
    // Rows are taken as they are found and never wait in the stream, so memory holds one piece of text at most.
    on_record: keep,
  })
  // The stream of the package's browser build has no `destroy`, but the package calls it (7.0.3).
  parser.destroy ??= () => parser
  parser.on('error', alreadyReported)
  return parser.resume()
}

function written(parser: Parser, text: string): Promise<CsvError | null> {
  return new Promise(resolve => {
    parser.write(text, error => resolve((error as CsvError | undefined) ?? null))
  })
}

function endOf(parser: Parser): Promise<CsvError | null> {
  return new Promise(resolve => {
    parser.once('error', resolve)
    parser.once('end', () => resolve(null))
    parser.end()
  })
}

/** `written` and `endOf` hand the error on; without a listener the stream would throw it as well. */
function alreadyReported(): void {}
