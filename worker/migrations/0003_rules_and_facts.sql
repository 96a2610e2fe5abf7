-- What a customer is today, was then, and why: rules with versions, the days on which a silence crosses their
-- thresholds, and the facts that people log.

-- Settings together with the fits they use. A version counts from applied_at on; until then it is being built.
ALTER TABLE rule_version ADD COLUMN settings_version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE rule_version ADD COLUMN note TEXT NOT NULL DEFAULT '';
-- worker/rule.ts as JSON: from which day on which fit counts.
ALTER TABLE rule_version ADD COLUMN fits TEXT NOT NULL DEFAULT '[]';
-- The version under which standings, spans and movements lie: its own, or an older one's with the same thresholds.
ALTER TABLE rule_version ADD COLUMN standing_version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE rule_version ADD COLUMN applied_at INTEGER;
-- While it is being built: the last customer done, in the order of ids.
ALTER TABLE rule_version ADD COLUMN built_until TEXT NOT NULL DEFAULT '';

-- A workspace from before has no standings yet: its rule is built as a next version.
UPDATE rule_version SET applied_at = recorded_at;
INSERT INTO rule_version (workspace_id, version, settings, author_id, recorded_at, standing_version)
  SELECT workspace_id, version + 1, settings, author_id, recorded_at, version + 1 FROM rule_version;

-- Versions that are still to be built, for the job that does.
CREATE INDEX rule_version_unbuilt ON rule_version (workspace_id, version) WHERE applied_at IS NULL;

-- When the model is to be fitted next, by the job that does: soon after an import, else weekly.
ALTER TABLE workspace ADD COLUMN fit_due_at INTEGER NOT NULL DEFAULT 0;
CREATE INDEX workspace_by_fit_due ON workspace (fit_due_at);

ALTER TABLE customer ADD COLUMN pauses TEXT NOT NULL DEFAULT '[]';
ALTER TABLE customer ADD COLUMN departures TEXT NOT NULL DEFAULT '[]';
-- worker/money.ts as JSON; null of nothing paid in the workspace's currency.
ALTER TABLE customer ADD COLUMN money TEXT;

-- Rhythms from before lack some of what they hold now: they are counted anew until the next purchase keeps them.
UPDATE customer SET rhythm = NULL, money = (
  SELECT json_array(total(bought.minor), total(bought.paid), json_group_array(
    json_array(bought.day, bought.minor, bought.paid)) FILTER (WHERE bought.day >= customer.last_day - 366))
  FROM (
    SELECT p.day, total(p.amount_minor) AS minor, total(p.amount_minor >= 0) AS paid
    FROM workspace w
    CROSS JOIN purchase p ON p.workspace_id = w.id AND p.customer_id = customer.id AND p.currency = w.currency
    WHERE w.id = customer.workspace_id AND p.superseded_at IS NULL
    GROUP BY p.day ORDER BY p.day
  ) bought)
WHERE last_day IS NOT NULL;

-- What a customer was called, and whose they were, up to superseded_at.
CREATE TABLE former_profile (
  workspace_id TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  superseded_at INTEGER NOT NULL,
  name TEXT NOT NULL,
  company TEXT,
  owner_id TEXT,
  PRIMARY KEY (workspace_id, customer_id, superseded_at)
) STRICT, WITHOUT ROWID;

-- worker/standing.ts: the days around the present silence of a customer who ever bought or left.
CREATE TABLE standing (
  workspace_id TEXT NOT NULL,
  rule_version INTEGER NOT NULL,
  customer_id TEXT NOT NULL,
  -- Whose they were when this was written: as the movements of the version count them.
  owner_id TEXT,
  -- The stretch of being a customer that the last purchase belongs to; it ends with lost_day or departed_day.
  series TEXT CHECK (series IN ('once', 'repeat')),
  since_day INTEGER,
  since_cause TEXT CHECK (since_cause IN ('started', 'returned')),
  once_day INTEGER,
  late_day INTEGER,
  lost_day INTEGER,
  departed_day INTEGER,
  returned_day INTEGER,
  returned_until_day INTEGER,
  PRIMARY KEY (workspace_id, rule_version, customer_id)
) STRICT, WITHOUT ROWID;

-- Closed stretches of being a customer: covers a day from start_day on and before end_day.
CREATE TABLE active_span (
  workspace_id TEXT NOT NULL,
  rule_version INTEGER NOT NULL,
  customer_id TEXT NOT NULL,
  start_day INTEGER NOT NULL,
  -- Having bought once, or again: who bought once is outside the headline churn.
  series TEXT NOT NULL CHECK (series IN ('once', 'repeat')),
  start_cause TEXT NOT NULL CHECK (start_cause IN ('started', 'returned')),
  end_day INTEGER NOT NULL,
  end_cause TEXT NOT NULL CHECK (end_cause IN ('repeated', 'lost', 'departed')),
  PRIMARY KEY (workspace_id, rule_version, customer_id, start_day)
) STRICT, WITHOUT ROWID;

-- How many stretches begin and end on a day, days to come included: a silence that goes on ends on a day known now.
CREATE TABLE daily_movement (
  workspace_id TEXT NOT NULL,
  rule_version INTEGER NOT NULL,
  day INTEGER NOT NULL,
  -- '' for customers without one.
  owner_id TEXT NOT NULL,
  series TEXT NOT NULL,
  started INTEGER NOT NULL,
  returned INTEGER NOT NULL,
  repeated INTEGER NOT NULL,
  lost INTEGER NOT NULL,
  departed INTEGER NOT NULL,
  PRIMARY KEY (workspace_id, rule_version, day, owner_id, series)
) STRICT, WITHOUT ROWID;

-- Customers that changed while a rule version was being built: done again before it counts.
CREATE TABLE dirty_customer (
  workspace_id TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  PRIMARY KEY (workspace_id, customer_id)
) STRICT, WITHOUT ROWID;

-- worker/rollup.ts as JSON: what the workspace's customers spend and how often, for ranks.
ALTER TABLE model_fit ADD COLUMN rollup TEXT;
-- worker/risk-model/recalibrate.ts as JSON; null where the workspace's own outcomes say nothing better.
ALTER TABLE model_fit ADD COLUMN recalibration TEXT;
-- The setting of that name as JSON: how far ahead the means and the recalibration look; null in fits from before.
ALTER TABLE model_fit ADD COLUMN horizon TEXT;

-- Every write by a person, in the transaction of the write.
CREATE TABLE audit (
  workspace_id TEXT NOT NULL,
  recorded_at INTEGER NOT NULL,
  id TEXT NOT NULL,
  author_id TEXT NOT NULL,
  action TEXT NOT NULL,
  kind TEXT NOT NULL,
  customer_id TEXT,
  fact_id TEXT,
  PRIMARY KEY (workspace_id, recorded_at, id)
) STRICT, WITHOUT ROWID;

-- An address or phone of one of a company customer's people.
ALTER TABLE identity ADD COLUMN person_id TEXT;
-- 1 where the customer was not known by it before the person: it goes with them.
ALTER TABLE identity ADD COLUMN came_with_person INTEGER NOT NULL DEFAULT 0;

-- A score that a colleague guessed is kept, and never counted.
ALTER TABLE response ADD COLUMN guessed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE response ADD COLUMN reason TEXT;
ALTER TABLE response ADD COLUMN person_id TEXT;
ALTER TABLE response ADD COLUMN author_id TEXT;
ALTER TABLE irritant ADD COLUMN person_id TEXT;

-- One of the people of a company customer.
CREATE TABLE person (
  workspace_id TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  day INTEGER NOT NULL,
  source TEXT NOT NULL,
  external_id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  at INTEGER NOT NULL,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('orders', 'decides', 'uses', 'other')),
  -- As they were said, as JSON: [{kind, value, host}, ...].
  identities TEXT NOT NULL,
  author_id TEXT,
  owner_id TEXT,
  recorded_at INTEGER NOT NULL,
  superseded_at INTEGER,
  import_id TEXT,
  PRIMARY KEY (workspace_id, customer_id, day, source, external_id, revision)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX person_by_source ON person (workspace_id, source, external_id, revision);

-- One touch between us and the customer.
CREATE TABLE contact (
  workspace_id TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  day INTEGER NOT NULL,
  source TEXT NOT NULL,
  external_id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  at INTEGER NOT NULL,
  channel TEXT NOT NULL,
  direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
  purpose TEXT NOT NULL,
  note TEXT,
  person_id TEXT,
  -- "I'm on it": up to this local day, that day included.
  on_it_until_day INTEGER,
  -- The host's own id of the message or ticket, so that it is logged once.
  reference TEXT,
  author_id TEXT,
  owner_id TEXT,
  recorded_at INTEGER NOT NULL,
  superseded_at INTEGER,
  import_id TEXT,
  PRIMARY KEY (workspace_id, customer_id, day, source, external_id, revision)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX contact_by_source ON contact (workspace_id, source, external_id, revision);

-- How they want to be treated.
CREATE TABLE preference (
  workspace_id TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  day INTEGER NOT NULL,
  source TEXT NOT NULL,
  external_id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  value TEXT NOT NULL,
  person_id TEXT,
  author_id TEXT,
  owner_id TEXT,
  recorded_at INTEGER NOT NULL,
  superseded_at INTEGER,
  import_id TEXT,
  PRIMARY KEY (workspace_id, customer_id, day, source, external_id, revision)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX preference_by_source ON preference (workspace_id, source, external_id, revision);

-- What we told them we would do, and by when.
CREATE TABLE promise (
  workspace_id TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  day INTEGER NOT NULL,
  source TEXT NOT NULL,
  external_id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  at INTEGER NOT NULL,
  what TEXT NOT NULL,
  due_day INTEGER NOT NULL,
  -- As promised at first, where the date was moved.
  first_due_day INTEGER NOT NULL,
  kept_at INTEGER,
  apologised_at INTEGER,
  author_id TEXT,
  owner_id TEXT,
  recorded_at INTEGER NOT NULL,
  superseded_at INTEGER,
  import_id TEXT,
  PRIMARY KEY (workspace_id, customer_id, day, source, external_id, revision)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX promise_by_source ON promise (workspace_id, source, external_id, revision);

-- What we gave to make good or to thank; valid up to a local day, that day included.
CREATE TABLE gesture (
  workspace_id TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  day INTEGER NOT NULL,
  source TEXT NOT NULL,
  external_id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('amends', 'thanks')),
  what TEXT NOT NULL,
  cost_minor INTEGER,
  currency TEXT,
  valid_until_day INTEGER,
  author_id TEXT,
  owner_id TEXT,
  recorded_at INTEGER NOT NULL,
  superseded_at INTEGER,
  import_id TEXT,
  PRIMARY KEY (workspace_id, customer_id, day, source, external_id, revision)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX gesture_by_source ON gesture (workspace_id, source, external_id, revision);

-- Silence that is excused, from `day` up to until_day, both included; null: nobody knows until when.
CREATE TABLE pause (
  workspace_id TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  day INTEGER NOT NULL,
  source TEXT NOT NULL,
  external_id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  at INTEGER NOT NULL,
  until_day INTEGER,
  reason TEXT NOT NULL,
  author_id TEXT,
  owner_id TEXT,
  recorded_at INTEGER NOT NULL,
  superseded_at INTEGER,
  import_id TEXT,
  PRIMARY KEY (workspace_id, customer_id, day, source, external_id, revision)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX pause_by_source ON pause (workspace_id, source, external_id, revision);

-- Planned for `day`, with what to ask there (JSON array of texts).
CREATE TABLE visit (
  workspace_id TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  day INTEGER NOT NULL,
  source TEXT NOT NULL,
  external_id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  at INTEGER NOT NULL,
  questions TEXT NOT NULL,
  done_at INTEGER,
  note TEXT,
  author_id TEXT,
  owner_id TEXT,
  recorded_at INTEGER NOT NULL,
  superseded_at INTEGER,
  import_id TEXT,
  PRIMARY KEY (workspace_id, customer_id, day, source, external_id, revision)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX visit_by_source ON visit (workspace_id, source, external_id, revision);

-- They left on `day`, and why: as they said, and as it turned out.
CREATE TABLE departure (
  workspace_id TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  day INTEGER NOT NULL,
  source TEXT NOT NULL,
  external_id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  at INTEGER NOT NULL,
  reason_class TEXT NOT NULL CHECK (reason_class IN ('competitor', 'us', 'customer')),
  stated TEXT NOT NULL,
  confirmed TEXT,
  fixed_at INTEGER,
  note TEXT,
  author_id TEXT,
  owner_id TEXT,
  recorded_at INTEGER NOT NULL,
  superseded_at INTEGER,
  import_id TEXT,
  PRIMARY KEY (workspace_id, customer_id, day, source, external_id, revision)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX departure_by_source ON departure (workspace_id, source, external_id, revision);

-- The effort to return one, from `at` on.
CREATE TABLE win_back (
  workspace_id TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  day INTEGER NOT NULL,
  source TEXT NOT NULL,
  external_id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  at INTEGER NOT NULL,
  note TEXT,
  closed_at INTEGER,
  outcome TEXT CHECK (outcome IN ('returned', 'gave_up')),
  author_id TEXT,
  owner_id TEXT,
  recorded_at INTEGER NOT NULL,
  superseded_at INTEGER,
  import_id TEXT,
  PRIMARY KEY (workspace_id, customer_id, day, source, external_id, revision)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX win_back_by_source ON win_back (workspace_id, source, external_id, revision);

-- One thing done for it.
CREATE TABLE win_back_step (
  workspace_id TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  day INTEGER NOT NULL,
  source TEXT NOT NULL,
  external_id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  at INTEGER NOT NULL,
  win_back_id TEXT NOT NULL,
  channel TEXT NOT NULL,
  what TEXT NOT NULL,
  cost_minor INTEGER,
  currency TEXT,
  outcome TEXT,
  author_id TEXT,
  owner_id TEXT,
  recorded_at INTEGER NOT NULL,
  superseded_at INTEGER,
  import_id TEXT,
  PRIMARY KEY (workspace_id, customer_id, day, source, external_id, revision)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX win_back_step_by_source ON win_back_step (workspace_id, source, external_id, revision);

-- "Keep an eye": a member's own band for a while, up to a local day, that day included.
CREATE TABLE override (
  workspace_id TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  day INTEGER NOT NULL,
  source TEXT NOT NULL,
  external_id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  at INTEGER NOT NULL,
  band TEXT NOT NULL CHECK (band IN ('low', 'watch', 'high', 'very-high')),
  reason TEXT NOT NULL,
  until_day INTEGER NOT NULL,
  author_id TEXT,
  owner_id TEXT,
  recorded_at INTEGER NOT NULL,
  superseded_at INTEGER,
  import_id TEXT,
  PRIMARY KEY (workspace_id, customer_id, day, source, external_id, revision)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX override_by_source ON override (workspace_id, source, external_id, revision);
