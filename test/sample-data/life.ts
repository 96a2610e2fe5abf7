// One made-up customer: who they are, and everything that happened between them and us.

/** The languages our made-up customers write to us in. */
export type Language = 'en' | 'lt' | 'ru'

export interface Person {
  name: string
  email: string
  phone?: string
  company?: string
  /** The member who looks after them. */
  owner: string
  language: Language
}

/** Moments are epoch milliseconds. */
export interface Bought {
  at: number
  /** In euro cents; negative for a refund. */
  amountMinor: number
  product?: string
}

export interface Answered {
  at: number
  /** 0-10. */
  score: number
  comment?: string
  touchpoint: Touchpoint
}

/** One occurrence. */
export interface Annoyed {
  at: number
  category: IrritantCategory
  note: string
  solvedAt?: number
}

export interface Life {
  person: Person
  bought: Bought[]
  answered: Answered[]
  annoyed: Annoyed[]
}

export type Touchpoint = 'order' | 'deal' | 'survey' | 'review' | 'visit'

export type IrritantCategory =
  | 'bigger-customers-first'
  | 'imposed-on'
  | 'expectations-not-met'
  | 'promise-not-kept'
  | 'small-mistakes'
  | 'stopped-improving'
  | 'too-little-care'
  | 'no-reason-to-use-more'
  | 'rude-staff'
  | 'slow-answers'
  | 'slow-delivery'
  | 'no-training'
  | 'value-no-longer-seen'
  | 'too-many-offers'
