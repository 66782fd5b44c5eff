-- The record, version 1: the tables of sqlite/001-record.sql. Texts compare by code points, whatever the database's locale.
-- Keys that are looked up by lists of values begin with the listed column: beginning with the space, whose rows a new
-- database's planner takes for few, they were read as filters on whole spaces.

-- practice and kind as a small number
CREATE TABLE space (
  space BIGINT PRIMARY KEY,
  practice TEXT COLLATE "C" NOT NULL,
  kind TEXT COLLATE "C" NOT NULL,
  UNIQUE (practice, kind)
);

-- who, why and with what, as a small number
CREATE TABLE author (
  author BIGINT PRIMARY KEY,
  account TEXT COLLATE "C" NOT NULL,
  role TEXT COLLATE "C" NOT NULL,
  purpose TEXT COLLATE "C" NOT NULL,
  bundle TEXT COLLATE "C" NOT NULL,
  bundle_version TEXT COLLATE "C" NOT NULL,
  bundle_hash TEXT COLLATE "C" NOT NULL,
  routing BIGINT NOT NULL,
  UNIQUE (account, role, purpose, bundle, bundle_version, bundle_hash, routing)
);

-- entry = place in the writer's chain * 1000 + the writer's number; previous = entry of the version before, 0 if none
CREATE TABLE version (
  entry BIGINT PRIMARY KEY,
  space BIGINT NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  version BIGINT NOT NULL,
  previous BIGINT NOT NULL,
  body_schema BIGINT NOT NULL,
  patient TEXT COLLATE "C",
  service_month TEXT COLLATE "C",
  fields TEXT COLLATE "C" NOT NULL,
  unique_keys TEXT COLLATE "C" NOT NULL,
  reason TEXT COLLATE "C" NOT NULL,
  committed_at BIGINT NOT NULL,
  author BIGINT NOT NULL,
  purged BIGINT NOT NULL,
  content_hash BYTEA NOT NULL,
  chain_hash BYTEA NOT NULL,
  body TEXT NOT NULL
);

-- the current version of each record
CREATE TABLE head (
  space BIGINT NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  version BIGINT NOT NULL,
  entry BIGINT NOT NULL,
  patient TEXT COLLATE "C",
  service_month TEXT COLLATE "C",
  purged BIGINT NOT NULL,
  PRIMARY KEY (id, space)
) WITH (fillfactor = 80);
CREATE INDEX head_order ON head (space, id) WHERE purged = 0;
CREATE INDEX head_patient ON head (space, patient, service_month, id) WHERE patient IS NOT NULL;
CREATE INDEX head_month ON head (space, service_month, id) WHERE service_month IS NOT NULL;

-- what the current versions are found by
CREATE TABLE field (
  space BIGINT NOT NULL,
  name TEXT COLLATE "C" NOT NULL,
  value TEXT COLLATE "C" NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (space, name, value, id)
);

-- the unique keys that current versions hold
CREATE TABLE held (
  space BIGINT NOT NULL,
  unique_key TEXT COLLATE "C" NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (unique_key, space)
);

-- requests done: what one committed has consecutive places in the chain
CREATE TABLE request (
  practice TEXT COLLATE "C" NOT NULL,
  account TEXT COLLATE "C" NOT NULL,
  name TEXT COLLATE "C" NOT NULL,
  fingerprint TEXT COLLATE "C" NOT NULL,
  first_entry BIGINT NOT NULL,
  entries BIGINT NOT NULL,
  PRIMARY KEY (name, account, practice)
);

-- the end of each writer's chain
CREATE TABLE chain (
  writer BIGINT PRIMARY KEY,
  sequence BIGINT NOT NULL,
  chain_hash BYTEA NOT NULL,
  committed_at BIGINT NOT NULL
);

-- facts about the store itself
CREATE TABLE mark (
  name TEXT COLLATE "C" PRIMARY KEY,
  value TEXT COLLATE "C" NOT NULL
);
