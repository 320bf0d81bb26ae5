-- What PostgreSQL wants to hear in words of its own. The driver says BEGIN together with the first
-- statement after each commit, so that no word begins a transaction here.

-- LOCK_SCHEMA
SET LOCAL lock_timeout = '1min';
SELECT pg_advisory_xact_lock(hashtextextended('startill schema', 0))
-- BEGIN
SELECT bot FROM writer WHERE bot = ? FOR UPDATE
-- NOTES
CREATE TABLE IF NOT EXISTS startill_migration (
  number     INTEGER NOT NULL PRIMARY KEY,
  name       TEXT    NOT NULL,
  applied_at BIGINT  NOT NULL
)
-- BEGIN_READING
SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY
-- END_READING
ROLLBACK

-- TIME
SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000000 AS BIGINT)
