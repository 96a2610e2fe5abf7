// Counts how often each of many texts was seen, in 12 bytes a text instead of the text itself: a million rows stay
// under 40 MB. Two texts that share their 64-bit hash count as one, which among a million has a chance of 1 in 10^7.

const wordsPerSlot = 3
const firstSlots = 1 << 10
const mostFull = 0.7

export class HashCounter {
  /** Different texts so far. */
  size = 0
  /** For each slot two halves of a hash, and how often it was seen; 0 marks a free slot. */
  #table = new Uint32Array(firstSlots * wordsPerSlot)

  /** @returns how often `text` was seen, this time included. */
  add(text: string): number {
    if (this.size >= (this.#table.length / wordsPerSlot) * mostFull) this.#grow()
    const [high, low] = hash(text)
    const at = findSlot(this.#table, high, low)
    const seen = (this.#table[at + 2] ?? 0) + 1
    this.#table.set([high, low, seen], at)
    if (seen === 1) this.size += 1
    return seen
  }

  #grow(): void {
    const grown = new Uint32Array(this.#table.length * 2)
    for (let at = 0; at < this.#table.length; at += wordsPerSlot) {
      const [high = 0, low = 0, seen = 0] = this.#table.subarray(at, at + wordsPerSlot)
      if (seen > 0) grown.set([high, low, seen], findSlot(grown, high, low))
    }
    this.#table = grown
  }
}

/** Where this hash stands, or the free slot it will stand in. */
function findSlot(table: Uint32Array, high: number, low: number): number {
  const slots = table.length / wordsPerSlot
  for (let slot = low % slots; ; slot = (slot + 1) % slots) {
    const at = slot * wordsPerSlot
    if (table[at + 2] === 0 || (table[at] === high && table[at + 1] === low)) return at
  }
}

/** Two multiplicative hashes of 32 bits, each mixed with the other at the end (cyrb53, public domain). */
function hash(text: string): [number, number] {
  let one = 0xdeadbeef
  let other = 0x41c6ce57
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    one = Math.imul(one ^ code, 2_654_435_761)
    other = Math.imul(other ^ code, 1_597_334_677)
  }
  one = Math.imul(one ^ (one >>> 16), 2_246_822_507) ^ Math.imul(other ^ (other >>> 13), 3_266_489_909)
  other = Math.imul(other ^ (other >>> 16), 2_246_822_507) ^ Math.imul(one ^ (one >>> 13), 3_266_489_909)
  return [one >>> 0, other >>> 0]
}
