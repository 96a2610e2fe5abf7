-- Imports, and taking them back: what an import added is stamped with its id and can be superseded as a whole.

CREATE TABLE import (
  workspace_id TEXT NOT NULL,
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  source TEXT NOT NULL,
  -- Of the file, as the member chose it.
  name TEXT,
  author_id TEXT NOT NULL,
  recorded_at INTEGER NOT NULL,
  accepted INTEGER NOT NULL DEFAULT 0,
  duplicates INTEGER NOT NULL DEFAULT 0,
  rejected INTEGER NOT NULL DEFAULT 0,
  -- While its facts are being taken back, and when that was done.
  undoing_at INTEGER,
  undone_at INTEGER,
  PRIMARY KEY (workspace_id, id)
) STRICT, WITHOUT ROWID;

-- Newest first.
CREATE INDEX import_by_time ON import (workspace_id, recorded_at);

CREATE INDEX purchase_by_import ON purchase (workspace_id, import_id) WHERE import_id IS NOT NULL;
CREATE INDEX response_by_import ON response (workspace_id, import_id) WHERE import_id IS NOT NULL;
CREATE INDEX irritant_by_import ON irritant (workspace_id, import_id) WHERE import_id IS NOT NULL;
CREATE INDEX identity_by_import ON identity (workspace_id, import_id) WHERE import_id IS NOT NULL;
CREATE INDEX customer_by_import ON customer (workspace_id, import_id) WHERE import_id IS NOT NULL;
