-- What MariaDB and MySQL want to hear in words of their own. On each connection of ours || joins
-- texts, and "case" is a name (see MariaDb). IGNORE passes over what exists, which ON DUPLICATE KEY would
-- update: terms and codes refuse that. It would pass over what does not fit as well, but all of it does.

-- LOCK_SCHEMA
SELECT GET_LOCK(CONCAT('startill ', MD5(DATABASE())), 60)
-- NOTES
CREATE TABLE IF NOT EXISTS {startill_migration} (
  number     INT           NOT NULL PRIMARY KEY,
  name       VARCHAR(4096) NOT NULL,
  applied_at BIGINT        NOT NULL
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
-- BEGIN
SELECT takeovers FROM {bot_writer} WHERE bot = ? FOR UPDATE
-- BEGIN_READING
START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY
-- END_READING
ROLLBACK

-- ADD_TERMS
INSERT IGNORE INTO {terms} (bot, hash, product, title, description, price, delivery, goods, lasts)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)

-- CURSOR
SELECT `lines`, read_to FROM {statement} WHERE bot = ?

-- MOVE_CURSOR
INSERT INTO {statement} (bot, `lines`, read_to) VALUES (?, ?, ?)
ON DUPLICATE KEY UPDATE `lines` = VALUES(`lines`), read_to = VALUES(read_to)

-- KEEP_LINE
INSERT INTO {statement_line} (bot, id, way, place, at, nanostars, purpose, party, payload, commission,
                            withdrawal, note, kept_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON DUPLICATE KEY UPDATE place = VALUES(place), withdrawal = VALUES(withdrawal)

-- PENDING_WITHDRAWALS
SELECT place FROM {statement_line}
WHERE bot = ? AND withdrawal = 'PENDING' AND place IS NOT NULL
  AND place < (SELECT `lines` FROM {statement} WHERE bot = ?)
ORDER BY place LIMIT ?

-- OPEN_CASE
INSERT INTO "{case}" (bot, id, subject, reason, order_id, charge, buyer, detail, opened_at, how)
SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, '' FROM DUAL
WHERE NOT EXISTS (
  SELECT 1 FROM "{case}" WHERE bot = ? AND subject = ? AND reason = ? AND closed_at IS NULL)

-- CODE_OF
SELECT code, state FROM {code} WHERE bot = ? AND holder = ?

-- TAKE_CODE
UPDATE {code} SET state = ?, order_id = ?, changed_at = ?
WHERE bot = ? AND product = ? AND seal = UNHEX(SHA2(?, 256)) AND state = 'FREE'

-- SELL_HELD_CODE
UPDATE {code} SET state = 'SOLD', changed_at = ? WHERE bot = ? AND holder = ? AND state = 'HELD'

-- FREE_CODE
UPDATE {code} SET state = 'FREE', order_id = NULL, changed_at = ? WHERE bot = ? AND holder = ?

-- REVOKE_CODE
UPDATE {code} SET state = 'REVOKED', changed_at = ? WHERE bot = ? AND holder = ?

-- ADD_CODE
INSERT IGNORE INTO {code} (bot, product, code, position, state, changed_at)
VALUES (?, ?, ?, ?, 'FREE', ?)

-- RELEASE_PARKED
UPDATE {outbox} SET state = 'WAITING', due_at = ?, changed_at = ? WHERE bot = ? AND parked_for = ?

-- PRUNE
DELETE FROM {outbox} WHERE bot = ? AND is_past = 1 AND changed_at < ? ORDER BY changed_at LIMIT ?

-- SIZE
SELECT (SELECT COUNT(*) FROM {posting} WHERE bot = ?) AS postings,
       (SELECT COUNT(*) FROM {charge} WHERE bot = ?) AS charges,
       (SELECT COUNT(*) FROM {statement_line} WHERE bot = ?) AS `lines`

-- ADD_LEASE
INSERT IGNORE INTO {lease} (bot, duty, holder, token, ends_at) VALUES (?, ?, NULL, 0, 0)

-- TIME
SELECT CAST(UNIX_TIMESTAMP(NOW(6)) * 1000000 AS SIGNED)

-- A list of columns is looked up in no index, but each of its members is.

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
LEFT JOIN (
  (SELECT 'charge:' AS kind UNION ALL SELECT 'claimed:' UNION ALL SELECT 'refund:'
   UNION ALL SELECT 'chargeback:' UNION ALL SELECT 'missing:' UNION ALL SELECT 'found:'
   UNION ALL SELECT 'accepted:' UNION ALL SELECT 'refunding:') k
  JOIN {posting} p)
  ON p.bot = c.bot AND p.source = k.kind || CASE k.kind WHEN 'refunding:' THEN c.refund ELSE c.id END
WHERE c.bot = ? ORDER BY c.id

-- WALK_LINES
SELECT l.*, c.id AS charge, c.buyer, c.amount, c.paid_at, c.standing, c.refund,
       p.source, p.from_account, p.to_account, p.nanostars AS moved
FROM {statement_line} l
LEFT JOIN {charge} c ON c.bot = l.bot AND c.id = l.id
LEFT JOIN (
  (SELECT 1 AS kind UNION ALL SELECT 2 UNION ALL SELECT 3) k
  JOIN {posting} p)
  ON p.bot = l.bot AND p.source = CASE k.kind
    WHEN 1 THEN CASE l.way WHEN 'CAME' THEN 'charge:' ELSE 'refund:' END
    WHEN 2 THEN 'line:' || l.way || ':'
    ELSE 'commission:' || l.way || ':' END || l.id
WHERE l.bot = ? ORDER BY l.id, l.way
