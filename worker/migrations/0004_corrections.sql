-- "This page is that customer": what a member, or an admin for everybody, said of an identity that a page shows.

CREATE TABLE correction (
  workspace_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('record', 'email', 'phone')),
  value TEXT NOT NULL,
  host TEXT NOT NULL,
  -- Whose it is; '' counts for everybody.
  member_id TEXT NOT NULL,
  recorded_at INTEGER NOT NULL,
  superseded_at INTEGER,
  customer_id TEXT NOT NULL,
  author_id TEXT NOT NULL,
  PRIMARY KEY (workspace_id, kind, value, host, member_id, recorded_at)
) STRICT, WITHOUT ROWID;
