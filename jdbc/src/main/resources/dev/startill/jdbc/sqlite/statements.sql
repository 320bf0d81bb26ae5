-- What SQLite wants to hear in words of its own. It has one writer at a time, whichever process.

-- LOCK_SCHEMA
BEGIN IMMEDIATE
-- BEGIN
BEGIN IMMEDIATE
-- OTHERS_WROTE
PRAGMA data_version
-- NOTES
CREATE TABLE IF NOT EXISTS {startill_migration} (
  number     INTEGER PRIMARY KEY,
  name       TEXT    NOT NULL,
  applied_at INTEGER NOT NULL
) STRICT
-- BEGIN_READING
BEGIN
-- END_READING
ROLLBACK

-- TIME
SELECT CAST(unixepoch('subsec') * 1000000 AS INTEGER)
