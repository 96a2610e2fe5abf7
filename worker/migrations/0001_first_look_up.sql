-- The tables of one look-up. Every key starts with workspace_id; child tables are WITHOUT ROWID and lie
-- together by customer and day. Days are local day numbers since 1970-01-01 in the workspace's time zone;
-- moments are epoch milliseconds: `at` when it happened, `recorded_at` when we learnt it. A correction adds the
-- next revision and stamps the older one with superseded_at, so that any past knowledge can be read again.
--
-- No foreign keys: to check one, SQLite searches the children of a customer by workspace_id alone (D1 has no
-- statistics to know better), so every write would cost more the more the workspace holds.

CREATE TABLE workspace (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  time_zone TEXT NOT NULL,
  currency TEXT NOT NULL,
  -- For phone numbers written without a country.
  region TEXT NOT NULL,
  -- The rule in force, a row of rule_version.
  rule_version INTEGER NOT NULL,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX workspace_by_name ON workspace (name);

CREATE TABLE rule_version (
  workspace_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  -- What departs from the defaults of shared/settings.ts, as JSON.
  settings TEXT NOT NULL,
  author_id TEXT,
  recorded_at INTEGER NOT NULL,
  PRIMARY KEY (workspace_id, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE member (
  workspace_id TEXT NOT NULL,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('agent', 'manager', 'admin')),
  recorded_at INTEGER NOT NULL,
  PRIMARY KEY (workspace_id, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX member_by_name ON member (workspace_id, name);

CREATE TABLE session (
  workspace_id TEXT NOT NULL,
  -- SHA-256 of the token's secret, hexadecimal; the secret itself is stored nowhere.
  secret_hash TEXT NOT NULL,
  member_id TEXT NOT NULL,
  label TEXT NOT NULL,
  recorded_at INTEGER NOT NULL,
  revoked_at INTEGER,
  PRIMARY KEY (workspace_id, secret_hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE customer (
  workspace_id TEXT NOT NULL,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  company TEXT,
  owner_id TEXT,
  first_day INTEGER,
  last_day INTEGER,
  -- worker/rhythm.ts as JSON: what the metrics need of the purchase days, of one size however many they are.
  rhythm TEXT,
  -- Counts every write, so that a write computed from an older state is refused.
  revision INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL,
  import_id TEXT,
  superseded_at INTEGER,
  -- Every day with a purchase: from the first day on, the days from one to the next as a JSON array. Money aside,
  -- no figure needs the purchase rows themselves. The last column: a long one never lies in the way of the others.
  gaps TEXT NOT NULL DEFAULT '[]',
  PRIMARY KEY (workspace_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE identity (
  workspace_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('record', 'email', 'phone', 'domain')),
  -- Normalised: what look-ups compare.
  value TEXT NOT NULL,
  -- For records the host whose id it is, else ''.
  host TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  -- As it came.
  raw TEXT NOT NULL,
  recorded_at INTEGER NOT NULL,
  superseded_at INTEGER,
  import_id TEXT,
  PRIMARY KEY (workspace_id, kind, value, host, customer_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX identity_by_customer ON identity (workspace_id, customer_id);

CREATE TABLE purchase (
  workspace_id TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  day INTEGER NOT NULL,
  source TEXT NOT NULL,
  external_id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  at INTEGER NOT NULL,
  -- Negative for a refund: it reduces money and never adds a purchase.
  amount_minor INTEGER NOT NULL,
  currency TEXT NOT NULL,
  product TEXT,
  owner_id TEXT,
  recorded_at INTEGER NOT NULL,
  superseded_at INTEGER,
  import_id TEXT,
  PRIMARY KEY (workspace_id, customer_id, day, source, external_id, revision)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX purchase_by_source ON purchase (workspace_id, source, external_id, revision);

CREATE TABLE response (
  workspace_id TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  day INTEGER NOT NULL,
  source TEXT NOT NULL,
  external_id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  at INTEGER NOT NULL,
  score INTEGER NOT NULL CHECK (score BETWEEN 0 AND 10),
  comment TEXT,
  touchpoint TEXT,
  followed_up_at INTEGER,
  owner_id TEXT,
  recorded_at INTEGER NOT NULL,
  superseded_at INTEGER,
  import_id TEXT,
  PRIMARY KEY (workspace_id, customer_id, day, source, external_id, revision)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX response_by_source ON response (workspace_id, source, external_id, revision);

CREATE TABLE irritant (
  workspace_id TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  day INTEGER NOT NULL,
  source TEXT NOT NULL,
  external_id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  at INTEGER NOT NULL,
  category TEXT NOT NULL,
  note TEXT,
  solved_at INTEGER,
  author_id TEXT NOT NULL,
  owner_id TEXT,
  recorded_at INTEGER NOT NULL,
  superseded_at INTEGER,
  import_id TEXT,
  PRIMARY KEY (workspace_id, customer_id, day, source, external_id, revision)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX irritant_by_source ON irritant (workspace_id, source, external_id, revision);

CREATE TABLE model_fit (
  workspace_id TEXT NOT NULL,
  as_of_day INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL,
  model TEXT NOT NULL,
  -- r, alpha, a, b in weeks, as JSON.
  params TEXT NOT NULL,
  log_likelihood REAL NOT NULL,
  customers INTEGER NOT NULL,
  repeat_purchases INTEGER NOT NULL,
  cells INTEGER NOT NULL,
  -- Median of the own intervals of customers with two gaps or more; null where there are none.
  typical_interval_days REAL,
  -- Means over the customers with a repeat purchase: still a customer, buys within the horizon at own pace.
  mean_alive REAL,
  mean_pace REAL,
  PRIMARY KEY (workspace_id, as_of_day, recorded_at)
) STRICT, WITHOUT ROWID;

CREATE TABLE idempotency (
  workspace_id TEXT NOT NULL,
  key TEXT NOT NULL,
  -- SHA-256 of method, path and body, hexadecimal.
  request_hash TEXT NOT NULL,
  -- The first answer's body, replayed to later ones.
  response TEXT NOT NULL,
  recorded_at INTEGER NOT NULL,
  PRIMARY KEY (workspace_id, key)
) STRICT, WITHOUT ROWID;
