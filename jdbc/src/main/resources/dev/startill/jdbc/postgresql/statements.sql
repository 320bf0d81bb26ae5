-- What PostgreSQL wants to hear in words of its own. The driver says BEGIN together with the first
-- statement after each commit, so that no word begins a transaction here.

-- LOCK_SCHEMA
SET LOCAL lock_timeout = '1min';
SELECT pg_advisory_xact_lock(hashtextextended('startill schema', 0))
-- BEGIN
SELECT takeovers FROM {bot_writer} WHERE bot = ? FOR UPDATE
-- NOTES
CREATE TABLE IF NOT EXISTS {startill_migration} (
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

-- A list of columns is looked up in an index only as an array.

-- WALK_CHARGES
SELECT c.*, o.charge = c.id AS agreed,
       EXISTS (
         SELECT 1 FROM {statement_line} l
         WHERE l.bot = c.bot AND l.id = c.id AND l.way = 'CAME') AS came,
       EXISTS (
         SELECT 1 FROM {statement_line} l
         WHERE l.bot = c.bot AND l.id = c.id AND l.way = 'WENT') AS went,
       p.source, p.from_account, p.to_account, p.nanostars AS moved, p.booked_at AS moved_at
FROM {charge} c
LEFT JOIN {orders} o ON o.bot = c.bot AND o.id = c.order_id
LEFT JOIN {posting} p ON p.bot = c.bot AND p.source = ANY (ARRAY[
  'charge:' || c.id, 'claimed:' || c.id, 'refund:' || c.id, 'chargeback:' || c.id,
  'missing:' || c.id, 'found:' || c.id, 'accepted:' || c.id, 'refunding:' || c.refund])
WHERE c.bot = ? ORDER BY c.id

-- WALK_LINES
SELECT l.*, c.id AS charge, c.buyer, c.amount, c.paid_at, c.standing, c.refund,
       p.source, p.from_account, p.to_account, p.nanostars AS moved
FROM {statement_line} l
LEFT JOIN {charge} c ON c.bot = l.bot AND c.id = l.id
LEFT JOIN {posting} p ON p.bot = l.bot AND p.source = ANY (ARRAY[
  CASE l.way WHEN 'CAME' THEN 'charge:' ELSE 'refund:' END || l.id,
  'line:' || l.way || ':' || l.id, 'commission:' || l.way || ':' || l.id])
WHERE l.bot = ? ORDER BY l.id, l.way
