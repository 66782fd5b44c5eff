-- a second version, for the test of migrations alone
ALTER TABLE version ADD COLUMN colour TEXT NOT NULL DEFAULT 'none';
CREATE TABLE shade (
  name TEXT PRIMARY KEY
) STRICT;
