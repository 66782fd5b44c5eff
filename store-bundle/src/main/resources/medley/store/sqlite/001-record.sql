-- The record, version 1. One row a version, appended and never changed but for a purge; all else can be rebuilt from it.

-- practice and kind as a small number
CREATE TABLE space (
  space INTEGER PRIMARY KEY,
  practice TEXT NOT NULL,
  kind TEXT NOT NULL,
  UNIQUE (practice, kind)
) STRICT;

-- who, why and with what, as a small number
CREATE TABLE author (
  author INTEGER PRIMARY KEY,
  account TEXT NOT NULL,
  role TEXT NOT NULL,
  purpose TEXT NOT NULL,
  bundle TEXT NOT NULL,
  bundle_version TEXT NOT NULL,
  bundle_hash TEXT NOT NULL,
  routing INTEGER NOT NULL,
  UNIQUE (account, role, purpose, bundle, bundle_version, bundle_hash, routing)
) STRICT;

-- entry = place in the writer's chain * 1000 + the writer's number; previous = entry of the version before, 0 if none
CREATE TABLE version (
  entry INTEGER PRIMARY KEY,
  space INTEGER NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  previous INTEGER NOT NULL,
  body_schema INTEGER NOT NULL,
  patient TEXT,
  service_month TEXT,
  fields TEXT NOT NULL,
  unique_keys TEXT NOT NULL,
  reason TEXT NOT NULL,
  committed_at INTEGER NOT NULL,
  author INTEGER NOT NULL,
  purged INTEGER NOT NULL,
  content_hash BLOB NOT NULL,
  chain_hash BLOB NOT NULL,
  body TEXT NOT NULL
) STRICT;

-- the current version of each record
CREATE TABLE head (
  space INTEGER NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  entry INTEGER NOT NULL,
  patient TEXT,
  service_month TEXT,
  purged INTEGER NOT NULL,
  PRIMARY KEY (space, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX head_patient ON head (space, patient, service_month, id) WHERE patient IS NOT NULL;
CREATE INDEX head_month ON head (space, service_month, id) WHERE service_month IS NOT NULL;

-- what the current versions are found by
CREATE TABLE field (
  space INTEGER NOT NULL,
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  id TEXT NOT NULL,
  PRIMARY KEY (space, name, value, id)
) STRICT, WITHOUT ROWID;

-- the unique keys that current versions hold
CREATE TABLE held (
  space INTEGER NOT NULL,
  unique_key TEXT NOT NULL,
  id TEXT NOT NULL,
  PRIMARY KEY (space, unique_key)
) STRICT, WITHOUT ROWID;

-- requests done: what one committed has consecutive places in the chain
CREATE TABLE request (
  practice TEXT NOT NULL,
  account TEXT NOT NULL,
  name TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  first_entry INTEGER NOT NULL,
  entries INTEGER NOT NULL,
  PRIMARY KEY (practice, account, name)
) STRICT, WITHOUT ROWID;

-- the end of each writer's chain
CREATE TABLE chain (
  writer INTEGER PRIMARY KEY,
  sequence INTEGER NOT NULL,
  chain_hash BLOB NOT NULL,
  committed_at INTEGER NOT NULL
) STRICT;

-- facts about the store itself
CREATE TABLE mark (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What the planner is to believe of sizes, fixed so that it chooses the same way on every database, empty or full: a
-- practice has tens of thousands of records of a kind, a patient a few.
ANALYZE;
DELETE FROM sqlite_stat1;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
  ('version', NULL, '2000000'),
  ('head', 'head', '1000000 100000 1'),
  ('head', 'head_patient', '1000000 100000 8 3 1'),
  ('head', 'head_month', '1000000 100000 50000 1'),
  ('field', 'field', '3000000 300000 100000 20000 1'),
  ('held', 'held', '500000 100000 1');
ANALYZE sqlite_schema;
