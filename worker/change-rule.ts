// A change of the rule: new settings or a new fit -> the next rule version. Where it judges silences otherwise, every
// customer's standing is made anew under it, chunk by chunk beside the one in force, and one pointer is switched at
// the end: a kill at any point leaves the rule in force as it was, and the next call goes on.

import { Failure } from '../shared/failure.ts'
import type { Settings } from '../shared/settings.ts'
import type { Env } from './env.ts'
import {
  countCustomers,
  findCustomers,
  knownCustomerOf,
  readCustomerPage,
  refuseIfCustomersMoved,
} from './repositories/customers.ts'
import { readFits, ruleFitOf } from './repositories/model-fits.ts'
import {
  addRule,
  applyRule,
  buildOn,
  findRule,
  readUnbuiltRule,
  refuseIfRuleMoved,
  ruleOf,
  type StoredRule,
  type UnbuiltRule,
} from './repositories/rule-versions.ts'
import {
  cleanAllDirty,
  cleanDirty,
  dropVersion,
  readDirty,
  readStands,
  refuseIfDirty,
  saveStands,
} from './repositories/standings.ts'
import { writeUnlessMoved } from './repositories/write-unless-moved.ts'
import { judgesAlike, type RuleFit } from './rule.ts'
import { standUnder } from './stand.ts'

/** What is to be in force next. */
export interface RuleChange {
  settings: Settings
  settingsVersion: number
  note: string
  authorId: string | null
  /** The local day of the change. */
  today: number
  /** What belongs into the same transaction. */
  alongside?: readonly D1PreparedStatement[]
}

export interface RuleProgress {
  /** The rule version that is in force, or being built. */
  version: number
  applied: boolean
  /** Customers whose standing is made, of all there are. */
  done: number
  of: number
}

/** How much one call does. */
export interface RuleLimits {
  customersAtOnce: number
  chunksAtOnce: number
  dirtyAtOnce: number
}

/** A chunk takes about eight statements of the fifty that a request may have, and switching a dozen. */
const usualLimits: RuleLimits = { customersAtOnce: 20_000, chunksAtOnce: 4, dirtyAtOnce: 2_000 }
/** Behind every customer's id. */
const end = '~'

/**
 * New settings; in force at once where they judge silences as before, else as far as one request gets.
 * @throws Failure `busy` while an earlier change is being built, `conflict` where another came in between.
 */
export async function changeRule(
  db: Env['DB'],
  workspaceId: string,
  change: RuleChange,
  now: number,
  limits = usualLimits,
): Promise<RuleProgress> {
  const rule = await readRuleInForce(db, workspaceId)
  const isAlike = judgesAlike({ ...rule, settings: change.settings }, rule)
  const fits = isAlike ? rule.fits : await allFits(db, workspaceId, rule, change.today)
  return begin(db, workspaceId, rule, { ...change, fits }, now, limits)
}

/** Of every day; those that the rule has already it took up when it did. */
async function allFits(
  db: Env['DB'],
  workspaceId: string,
  { fits }: StoredRule,
  today: number,
): Promise<RuleFit[]> {
  const adoptedDays = new Map(fits.map(({ asOfDay, adoptedDay }) => [asOfDay, adoptedDay]))
  const stored = await readFits(db, workspaceId)
  return stored.map(fit => ruleFitOf(fit, adoptedDays.get(fit.asOfDay) ?? today))
}

/** The same settings with other fits. @param alongside what belongs into the same transaction. */
export async function changeFits(
  db: Env['DB'],
  workspaceId: string,
  fits: readonly RuleFit[],
  alongside: readonly D1PreparedStatement[],
  now: number,
): Promise<RuleProgress> {
  const rule = await readRuleInForce(db, workspaceId)
  const { settings, settingsVersion } = rule
  const change = { settings, settingsVersion, note: '', authorId: null, fits, alongside }
  return begin(db, workspaceId, rule, change, now)
}

async function readRuleInForce(db: Env['DB'], workspaceId: string): Promise<StoredRule> {
  if (await readUnbuiltRule(db, workspaceId)) {
    throw new Failure('busy', 'An earlier change of the rule is still being applied. Try again in a moment.')
  }
  return ruleOf(await findRule(db, workspaceId).first())
}

async function begin(
  db: Env['DB'],
  workspaceId: string,
  rule: StoredRule,
  { alongside = [], ...change }: Omit<RuleChange, 'today'> & { fits: readonly RuleFit[] },
  now: number,
  limits = usualLimits,
): Promise<RuleProgress> {
  const version = rule.version + 1
  const isAlike = judgesAlike(change, rule)
  const next = { ...change, version, standingVersion: isAlike ? rule.standingVersion : version }
  const isWritten = await writeUnlessMoved(db, [
    refuseIfRuleMoved(db, workspaceId, rule.version),
    addRule(db, workspaceId, next, now, null),
    ...(isAlike ? applyRule(db, workspaceId, version, now) : [cleanAllDirty(db, workspaceId)]),
    ...alongside,
  ])
  if (!isWritten) throw new Failure('conflict', 'The rule was changed by someone else at the same time.')
  if (isAlike) return { version, applied: true, done: 0, of: 0 }
  return continueRule(db, workspaceId, now, { ...limits, chunksAtOnce: 1 })
}

/** Goes on building the version that is not in force yet; nothing to do is fine. */
export async function continueRule(
  db: Env['DB'],
  workspaceId: string,
  now: number,
  limits = usualLimits,
): Promise<RuleProgress> {
  let unbuilt = await readUnbuiltRule(db, workspaceId)
  if (!unbuilt) {
    const { version } = ruleOf(await findRule(db, workspaceId).first())
    return { version, applied: true, done: 0, of: 0 }
  }
  for (let chunk = 0; chunk < limits.chunksAtOnce && unbuilt.builtUntil !== end; chunk += 1) {
    unbuilt = { ...unbuilt, builtUntil: await buildChunk(db, workspaceId, unbuilt, limits) }
  }
  const applied = unbuilt.builtUntil === end && (await finish(db, workspaceId, unbuilt, now, limits))
  const { customers, upTo } = await countCustomers(db, workspaceId, unbuilt.builtUntil)
  return { version: unbuilt.version, applied, done: upTo, of: customers }
}

/** Whether a rule is being built, and how far it is. */
export async function ruleProgress(db: Env['DB'], workspaceId: string): Promise<RuleProgress | null> {
  const unbuilt = await readUnbuiltRule(db, workspaceId)
  if (!unbuilt) return null
  const { customers, upTo } = await countCustomers(db, workspaceId, unbuilt.builtUntil)
  return { version: unbuilt.version, applied: false, done: upTo, of: customers }
}

/** The last customer done after this chunk; another request may have done it meanwhile, which is as well. */
async function buildChunk(
  db: Env['DB'],
  workspaceId: string,
  rule: UnbuiltRule,
  { customersAtOnce }: RuleLimits,
): Promise<string> {
  const page = await readCustomerPage(db, workspaceId, rule.builtUntil, customersAtOnce)
  const until = page.length === customersAtOnce ? (page.at(-1)?.id ?? end) : end
  const stand = standUnder(rule)
  const changes = page.map(({ id, ownerId, days }) => ({
    customerId: id,
    before: null,
    after: { ownerId, stand: stand(days) },
  }))
  const [guard, mark] = buildOn(db, workspaceId, rule, until)
  await writeUnlessMoved(db, [guard, ...saveStands(db, workspaceId, rule.standingVersion, changes), mark])
  return until
}

/** Does the customers again that changed meanwhile, and switches. False while more of them come in. */
async function finish(
  db: Env['DB'],
  workspaceId: string,
  rule: UnbuiltRule,
  now: number,
  { dirtyAtOnce }: RuleLimits,
): Promise<boolean> {
  const dirty = await readDirty(db, workspaceId, dirtyAtOnce)
  if (dirty.length > 0) await redo(db, workspaceId, rule, dirty)
  const before = ruleOf(await findRule(db, workspaceId).first())
  const [guard] = buildOn(db, workspaceId, rule, end)
  const isOwn = before.standingVersion !== rule.standingVersion
  return writeUnlessMoved(db, [
    guard,
    refuseIfDirty(db, workspaceId),
    ...applyRule(db, workspaceId, rule.version, now),
    ...(isOwn ? dropVersion(db, workspaceId, before.standingVersion) : []),
  ])
}

async function redo(
  db: Env['DB'],
  workspaceId: string,
  rule: UnbuiltRule,
  customerIds: readonly string[],
): Promise<void> {
  const { results } = await findCustomers(db, workspaceId, customerIds).all()
  const customers = results.map(knownCustomerOf)
  const stored = await readStands(db, workspaceId, rule.standingVersion, customerIds)
  const stand = standUnder(rule)
  const changes = customers.map(({ id, ownerId, days }) => ({
    customerId: id,
    before: stored.get(id) ?? null,
    after: { ownerId, stand: stand(days) },
  }))
  await writeUnlessMoved(db, [
    ...refuseIfCustomersMoved(db, workspaceId, customers),
    ...saveStands(db, workspaceId, rule.standingVersion, changes),
    cleanDirty(db, workspaceId, customerIds),
  ])
}
