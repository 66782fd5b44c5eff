-- fails after its first command
CREATE TABLE half_done (name TEXT);
ALTER TABLE nowhere ADD COLUMN colour TEXT;
