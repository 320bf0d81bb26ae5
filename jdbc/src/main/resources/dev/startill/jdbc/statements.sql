-- What the store says to every database, in words that all of them understand: flags are 0 or 1, a
-- sub-select has a name, and what is true or not is only ever read as such. Where a dialect has words
-- of its own for a statement, they stand in its folder and count instead. A name starts each
-- statement; the enum Sql lists the names. Whoever writes for a bot is alone with it until the batch
-- ends (see Dialect.begin), so that nothing is locked row by row.
-- What stands in braces is the name of a table or view of ours, before which a store may have a prefix
-- (see TablePrefix).

-- COMMIT
COMMIT
-- ROLLBACK
ROLLBACK
-- SAVE
SAVEPOINT unit
-- RELEASE
RELEASE SAVEPOINT unit
-- UNDO
ROLLBACK TO SAVEPOINT unit

-- Where writers wait for each other by a row of their bot, it counts how often another one took over;
-- SQLite counts by itself what others wrote.

-- TAKE_OVER
UPDATE {bot_writer} SET takeovers = takeovers + 1 WHERE bot = ?
-- OTHERS_WROTE
SELECT takeovers FROM {bot_writer} WHERE bot = ?

-- KNOWS_CHARGE
SELECT 1 FROM {charge} WHERE bot = ? AND id = ?

-- LOCK_ORDER
SELECT * FROM {whole_order} WHERE bot = ? AND id = ?

-- LOCK_CHARGE
SELECT * FROM {charge} WHERE bot = ? AND id = ?

-- LOCK_LINK
SELECT l.id, l.owner, l.valid_until, l.closed, t.product, t.title, t.description, t.price,
       t.delivery, t.goods AS given, t.lasts
FROM {link} l JOIN {terms} t ON t.bot = l.bot AND t.hash = l.terms
WHERE l.bot = ? AND l.id = ?

-- LOCK_APPROVED
SELECT * FROM {whole_order}
WHERE bot = ? AND link = ? AND buyer = ? AND state = 'APPROVED'
ORDER BY opened_at, id LIMIT 1

-- LOCK_UNPAID
SELECT * FROM {whole_order}
WHERE bot = ? AND owner = ? AND product = ? AND link IS NULL AND state IN ('OPEN', 'APPROVED')
ORDER BY state DESC, id DESC LIMIT 1

-- ENDED
SELECT * FROM (
  SELECT * FROM {whole_order}
  WHERE bot = ? AND state = 'APPROVED' AND ends_at <= ? ORDER BY ends_at, id LIMIT ?) holds
UNION ALL
SELECT * FROM (
  SELECT * FROM {whole_order}
  WHERE bot = ? AND state = 'OPEN' AND ends_at <= ? ORDER BY ends_at, id LIMIT ?) validities
ORDER BY ends_at, id LIMIT ?

-- ADD_TERMS
INSERT INTO {terms} (bot, hash, product, title, description, price, delivery, goods, lasts)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING

-- ADD_ORDER
INSERT INTO {orders} (bot, id, state, terms, product, owner, valid_until, link, buyer, checkout,
                    held_until, charge, goods, ends_at, opened_at, changed_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)

-- CHANGE_ORDER
UPDATE {orders}
SET state = ?, buyer = ?, checkout = ?, held_until = ?, charge = ?, goods = ?, ends_at = ?,
    valid_until = ?, changed_at = ?
WHERE bot = ? AND id = ? AND state = ?

-- ADD_LINK
INSERT INTO {link} (bot, id, terms, owner, valid_until, closed, opened_at, changed_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)

-- CHANGE_LINK
UPDATE {link} SET closed = ?, changed_at = ? WHERE bot = ? AND id = ?

-- ADD_CHARGE
INSERT INTO {charge} (bot, id, order_id, buyer, amount, paid_at, booked_at, standing, standing_at,
                    refund, why, payload, stated)
SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, CASE WHEN EXISTS (
  SELECT 1 FROM {statement_line} WHERE bot = ? AND id = ? AND way = 'CAME') THEN 1 ELSE 0 END

-- CHANGE_CHARGE
UPDATE {charge} SET standing = ?, standing_at = ?, refund = ? WHERE bot = ? AND id = ? AND standing = ?

-- CHANGE_WHY
UPDATE {charge} SET why = ? WHERE bot = ? AND id = ?

-- STATE_CHARGE
UPDATE {charge} SET stated = 1 WHERE bot = ? AND id = ? AND stated = 0

-- OWNERLESS
SELECT COUNT(*) FROM {charge} WHERE bot = ? AND why = 'OWNERLESS' AND booked_at >= ?

-- UNSTATED
SELECT id FROM {charge} c
WHERE bot = ? AND stated = 0 AND standing = 'KEPT' AND booked_at < ?
  AND NOT EXISTS (
    SELECT 1 FROM "{case}" k WHERE k.bot = c.bot AND k.charge = c.id AND k.reason = 'NOT_ON_STATEMENT')
ORDER BY booked_at, id LIMIT ?

-- UNSTATED_NANOSTARS
SELECT COALESCE(SUM(amount), 0) FROM {charge}
WHERE bot = ? AND stated = 0 AND standing IN ('KEPT', 'RETURNING', 'UNKNOWN')

-- UNKNOWN_REFUNDS
SELECT id FROM {charge}
WHERE bot = ? AND standing = 'UNKNOWN' AND standing_at < ? ORDER BY standing_at, id LIMIT ?

-- ADD_POSTING
INSERT INTO {posting} (bot, seq, source, from_account, to_account, nanostars, booked_at, hash)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)

-- NEWEST_POSTING
SELECT seq, hash FROM {posting} WHERE bot = ? ORDER BY seq DESC LIMIT 1

-- POSTING_OF
SELECT source, from_account, to_account, nanostars FROM {posting} WHERE bot = ? AND source = ?

-- POSTINGS_OF_CHARGE
SELECT source, from_account, to_account, nanostars FROM {posting}
WHERE bot = ? AND source IN (?, ?)

-- ADD_BALANCES
INSERT INTO {balance} (bot, seq, account, nanostars)
SELECT ?, ?, account, SUM(nanostars) FROM (
  SELECT account, nanostars FROM {balance}
  WHERE bot = ? AND seq = COALESCE(
    (SELECT seq FROM {balance} WHERE bot = ? ORDER BY seq DESC LIMIT 1), 0)
  UNION ALL
  SELECT to_account, nanostars FROM {posting}
  WHERE bot = ? AND seq > COALESCE(
    (SELECT seq FROM {balance} WHERE bot = ? ORDER BY seq DESC LIMIT 1), 0)
  UNION ALL
  SELECT from_account, -nanostars FROM {posting}
  WHERE bot = ? AND seq > COALESCE(
    (SELECT seq FROM {balance} WHERE bot = ? ORDER BY seq DESC LIMIT 1), 0)) moved
GROUP BY account

-- CURSOR
SELECT lines, read_to FROM {statement} WHERE bot = ?

-- MOVE_CURSOR
INSERT INTO {statement} (bot, lines, read_to) VALUES (?, ?, ?)
ON CONFLICT (bot) DO UPDATE SET lines = excluded.lines, read_to = excluded.read_to

-- FREE_PLACES
UPDATE {statement_line} SET place = NULL WHERE bot = ? AND place >= ? AND place < ?

-- KEEP_LINE
INSERT INTO {statement_line} (bot, id, way, place, at, nanostars, purpose, party, payload, commission,
                            withdrawal, note, kept_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (bot, id, way) DO UPDATE SET place = excluded.place, withdrawal = excluded.withdrawal

-- LINE_AT
SELECT * FROM {statement_line} WHERE bot = ? AND place = ?

-- PENDING_WITHDRAWALS
SELECT place FROM {statement_line}
WHERE bot = ? AND withdrawal = 'PENDING' AND place IS NOT NULL
  AND place < (SELECT lines FROM {statement} WHERE bot = ?)
ORDER BY place LIMIT ?

-- ADD_EVENT
INSERT INTO {event} (bot, subject, seq, at, what, state, detail)
SELECT ?, ?, COALESCE(MAX(seq), 0) + 1, ?, ?, ?, ? FROM {event} WHERE bot = ? AND subject = ?

-- OPEN_CASE
INSERT INTO "{case}" (bot, id, subject, reason, order_id, charge, buyer, detail, opened_at)
SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?
WHERE NOT EXISTS (
  SELECT 1 FROM "{case}" WHERE bot = ? AND subject = ? AND reason = ? AND closed_at IS NULL)

-- CLOSE_CASE
UPDATE "{case}" SET closed_at = ?, how = ?
WHERE bot = ? AND subject = ? AND reason = ? AND closed_at IS NULL

-- CASE_OF
SELECT * FROM "{case}" WHERE bot = ? AND id = ?

-- RESOLVE_CASE
UPDATE "{case}" SET closed_at = ?, how = ? WHERE bot = ? AND id = ? AND closed_at IS NULL

-- CODE_OF
SELECT code, state FROM {code} WHERE bot = ? AND order_id = ? AND state IN ('HELD', 'SOLD')

-- LOCK_FREE_CODE
SELECT code FROM {code}
WHERE bot = ? AND product = ? AND state = 'FREE'
ORDER BY position LIMIT 1

-- TAKE_CODE
UPDATE {code} SET state = ?, order_id = ?, changed_at = ?
WHERE bot = ? AND product = ? AND code = ? AND state = 'FREE'

-- SELL_HELD_CODE
UPDATE {code} SET state = 'SOLD', changed_at = ?
WHERE bot = ? AND order_id = ? AND state IN ('HELD', 'SOLD') AND state = 'HELD'

-- FREE_CODE
UPDATE {code} SET state = 'FREE', order_id = NULL, changed_at = ?
WHERE bot = ? AND order_id = ? AND state IN ('HELD', 'SOLD')

-- REVOKE_CODE
UPDATE {code} SET state = 'REVOKED', changed_at = ?
WHERE bot = ? AND order_id = ? AND state IN ('HELD', 'SOLD')

-- LAST_CODE
SELECT COALESCE(MAX(position), 0) FROM {code} WHERE bot = ? AND product = ?

-- ADD_CODE
INSERT INTO {code} (bot, product, code, position, state, changed_at)
VALUES (?, ?, ?, ?, 'FREE', ?) ON CONFLICT DO NOTHING

-- ADD_MESSAGE
INSERT INTO {outbox} (bot, id, kind, order_id, position, charge, refund, buyer, state, due_at,
                    leased, uncertain, attempt, because, written_at, changed_at)
SELECT ?, ?, ?, ?, COALESCE(MAX(position), 0) + 1, ?, ?, ?, 'WAITING', ?, ?, 0, ?, '', ?, ?
FROM {outbox} WHERE bot = ? AND order_id = ?

-- LOCK_DUE
SELECT * FROM {outbox} m
WHERE bot = ? AND state = 'WAITING' AND due_at <= ?
  AND NOT EXISTS (
    SELECT 1 FROM {outbox} e
    WHERE e.bot = m.bot AND e.order_id = m.order_id AND e.position < m.position
      AND e.state IN ('WAITING', 'PARKED') AND e.kind <> 'SEND_INVOICE')
ORDER BY due_at, written_at, id LIMIT ?

-- LEASE
UPDATE {outbox}
SET attempt = attempt + 1, uncertain = CASE WHEN leased = 1 THEN 1 ELSE uncertain END, leased = 1,
    due_at = ?, changed_at = ?
WHERE bot = ? AND id = ?

-- NEXT_DUE
SELECT due_at FROM {outbox} m
WHERE bot = ? AND state = 'WAITING' AND (leased = 0 OR due_at <= ?)
  AND NOT EXISTS (
    SELECT 1 FROM {outbox} e
    WHERE e.bot = m.bot AND e.order_id = m.order_id AND e.position < m.position
      AND e.state IN ('WAITING', 'PARKED') AND e.kind <> 'SEND_INVOICE')
ORDER BY due_at LIMIT 1

-- HOLDS
SELECT 1 FROM {outbox}
WHERE bot = ? AND id = ? AND attempt = ? AND leased = 1 AND state = 'WAITING'

-- SETTLE
UPDATE {outbox} SET state = 'SETTLED', leased = 0, changed_at = ?
WHERE bot = ? AND id = ? AND state IN ('WAITING', 'PARKED', 'DEAD')

-- SETTLE_ATTEMPT
UPDATE {outbox} SET state = 'SETTLED', leased = 0, changed_at = ?
WHERE bot = ? AND id = ? AND attempt = ? AND leased = 1

-- POSTPONE
UPDATE {outbox}
SET leased = 0, due_at = ?, because = ?, uncertain = CASE WHEN ? = 1 THEN 1 ELSE uncertain END, changed_at = ?
WHERE bot = ? AND id = ? AND attempt = ? AND leased = 1

-- PARK
UPDATE {outbox} SET state = 'PARKED', leased = 0, because = ?, changed_at = ?
WHERE bot = ? AND id = ? AND attempt = ? AND leased = 1

-- RELEASE_PARKED
UPDATE {outbox} SET state = 'WAITING', due_at = ?, changed_at = ?
WHERE bot = ? AND buyer = ? AND state = 'PARKED'

-- ANY_PARKED
SELECT 1 FROM {outbox} WHERE bot = ? AND state = 'PARKED' LIMIT 1

-- BURY
UPDATE {outbox}
SET state = 'DEAD', leased = 0, because = ?, uncertain = CASE WHEN ? = 1 THEN 1 ELSE uncertain END, changed_at = ?
WHERE bot = ? AND id = ? AND attempt = ? AND leased = 1

-- DEAD
SELECT * FROM {outbox} WHERE bot = ? AND id = ? AND state = 'DEAD'

-- REVIVE
UPDATE {outbox} SET state = 'WAITING', attempt = 0, due_at = ?, written_at = ?, changed_at = ?
WHERE bot = ? AND id = ? AND state = 'DEAD'

-- DEAD_LETTERS
SELECT * FROM {outbox} WHERE bot = ? AND state = 'DEAD' ORDER BY changed_at, id LIMIT ?

-- PRUNE
DELETE FROM {outbox} WHERE (bot, id) IN (
  SELECT bot, id FROM {outbox}
  WHERE bot = ? AND state IN ('SETTLED', 'WITHDRAWN') AND (kind <> 'HAND_OVER' OR uncertain = 0)
    AND changed_at < ?
  ORDER BY changed_at LIMIT ?)

-- CLEAR_LEASES
UPDATE {outbox} SET leased = 0, uncertain = 1, due_at = ?, changed_at = ?
WHERE bot = ? AND state = 'WAITING' AND leased = 1

-- ADD_LEASE
INSERT INTO {lease} (bot, duty, holder, token, ends_at) VALUES (?, ?, NULL, 0, 0)
ON CONFLICT DO NOTHING

-- TAKE_LEASE
UPDATE {lease} SET holder = ?, ends_at = ?, token = token + 1
WHERE bot = ? AND duty = ? AND (holder IS NULL OR ends_at <= ?)

-- RENEW_LEASE
UPDATE {lease} SET ends_at = ? WHERE bot = ? AND duty = ? AND token = ? AND holder IS NOT NULL

-- LET_GO_LEASE
UPDATE {lease} SET holder = NULL WHERE bot = ? AND duty = ? AND token = ?

-- LEASE_OF
SELECT duty, holder, token, ends_at FROM {lease}
WHERE bot = ? AND duty = ? AND holder IS NOT NULL

-- HANDOVER
SELECT MAX(CASE WHEN leased = 1 OR uncertain = 1 THEN 1 ELSE 0 END) AS begun,
       MAX(CASE WHEN state IN ('WAITING', 'PARKED') THEN 1 ELSE 0 END) AS waiting
FROM {outbox} WHERE bot = ? AND order_id = ? AND kind = 'HAND_OVER'

-- WITHDRAW
UPDATE {outbox} SET state = 'WITHDRAWN', changed_at = ?
WHERE bot = ? AND order_id = ? AND kind = 'HAND_OVER'
  AND (state IN ('PARKED', 'DEAD') OR (state = 'WAITING' AND leased = 0))

-- ORDERS
SELECT * FROM {whole_order} WHERE bot = ? ORDER BY id DESC LIMIT ?

-- ORDERS_BEFORE
SELECT * FROM {whole_order} WHERE bot = ? AND id < ? ORDER BY id DESC LIMIT ?

-- ORDERS_OF_BUYER
SELECT * FROM {whole_order} WHERE bot = ? AND ? IN (owner, buyer, payer) ORDER BY id DESC LIMIT ?

-- KEPT_ORDERS_OF_BUYER
SELECT w.* FROM {charge} k JOIN {whole_order} w ON w.bot = k.bot AND w.id = k.order_id
WHERE k.bot = ? AND k.buyer = ? AND k.order_id IS NOT NULL AND k.standing = 'KEPT'
ORDER BY k.paid_at, k.order_id

-- HISTORY
SELECT at, what, state, detail FROM {event} WHERE bot = ? AND subject = ? ORDER BY seq

-- CASES
SELECT * FROM "{case}" WHERE bot = ? AND closed_at IS NULL ORDER BY opened_at, id LIMIT ?

-- CASES_OF_ORDER
SELECT * FROM "{case}"
WHERE bot = ? AND order_id = ? AND closed_at IS NULL ORDER BY opened_at, id

-- STRAYS
SELECT * FROM {charge} WHERE bot = ? AND why IS NOT NULL ORDER BY booked_at DESC, id DESC LIMIT ?

-- BALANCES
SELECT account, SUM(nanostars) AS nanostars FROM (
  SELECT account, nanostars FROM {balance}
  WHERE bot = ? AND seq = COALESCE(
    (SELECT seq FROM {balance} WHERE bot = ? ORDER BY seq DESC LIMIT 1), 0)
  UNION ALL
  SELECT to_account, nanostars FROM {posting}
  WHERE bot = ? AND seq > COALESCE(
    (SELECT seq FROM {balance} WHERE bot = ? ORDER BY seq DESC LIMIT 1), 0)
  UNION ALL
  SELECT from_account, -nanostars FROM {posting}
  WHERE bot = ? AND seq > COALESCE(
    (SELECT seq FROM {balance} WHERE bot = ? ORDER BY seq DESC LIMIT 1), 0)) moved
GROUP BY account

-- WAITING_MESSAGES
SELECT (SELECT COUNT(*) FROM {outbox} WHERE bot = ? AND state = 'WAITING')
     + (SELECT COUNT(*) FROM {outbox} WHERE bot = ? AND state = 'PARKED')

-- STOCK
SELECT product,
       SUM(CASE WHEN state = 'FREE' THEN 1 ELSE 0 END) AS free,
       SUM(CASE WHEN state = 'HELD' THEN 1 ELSE 0 END) AS held,
       SUM(CASE WHEN state = 'SOLD' THEN 1 ELSE 0 END) AS sold,
       SUM(CASE WHEN state = 'REVOKED' THEN 1 ELSE 0 END) AS revoked
FROM {code} WHERE bot = ? GROUP BY product ORDER BY product

-- SIZE
SELECT (SELECT COUNT(*) FROM {posting} WHERE bot = ?) AS postings,
       (SELECT COUNT(*) FROM {charge} WHERE bot = ?) AS charges,
       (SELECT COUNT(*) FROM {statement_line} WHERE bot = ?) AS lines

-- WALK_SUMS
SELECT seq, account, nanostars FROM {balance} WHERE bot = ? ORDER BY seq

-- WALK_POSTINGS
SELECT m.seq, m.source, m.from_account, m.to_account, m.nanostars, m.booked_at, m.hash,
       EXISTS (SELECT 1 FROM {charge} c WHERE c.bot = m.bot AND c.id = m.cause) AS charged,
       EXISTS (
         SELECT 1 FROM {statement_line} l
         WHERE l.bot = m.bot AND l.id = m.cause AND l.way = m.way) AS stated
FROM {movement} m WHERE m.bot = ? ORDER BY m.seq

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
LEFT JOIN {posting} p ON p.bot = c.bot AND p.source IN (
  'charge:' || c.id, 'claimed:' || c.id, 'refund:' || c.id, 'chargeback:' || c.id,
  'missing:' || c.id, 'found:' || c.id, 'accepted:' || c.id, 'refunding:' || c.refund)
WHERE c.bot = ? ORDER BY c.id

-- WALK_LINES
SELECT l.*, c.id AS charge, c.buyer, c.amount, c.paid_at, c.standing, c.refund,
       p.source, p.from_account, p.to_account, p.nanostars AS moved
FROM {statement_line} l
LEFT JOIN {charge} c ON c.bot = l.bot AND c.id = l.id
LEFT JOIN {posting} p ON p.bot = l.bot AND p.source IN (
  CASE l.way WHEN 'CAME' THEN 'charge:' ELSE 'refund:' END || l.id,
  'line:' || l.way || ':' || l.id, 'commission:' || l.way || ':' || l.id)
WHERE l.bot = ? ORDER BY l.id, l.way

-- WALK_MOVEMENTS
SELECT m.seq, m.source, m.from_account, m.to_account, m.nanostars AS moved, m.booked_at AS moved_at,
       c.id AS charge, c.buyer, c.amount, c.paid_at, c.standing, c.refund,
       o.id AS sale, o.product, t.title,
       l.*, COALESCE(c.paid_at, r.at) AS received
FROM {movement} m
LEFT JOIN {charge} c ON c.bot = m.bot AND c.id = m.cause
LEFT JOIN {orders} o ON o.bot = c.bot AND o.id = c.order_id
LEFT JOIN {terms} t ON t.bot = o.bot AND t.hash = o.terms
LEFT JOIN {statement_line} l ON l.bot = m.bot AND l.id = m.cause AND l.way = m.way
LEFT JOIN {statement_line} r
  ON r.bot = m.bot AND r.id = m.cause AND r.way = 'CAME' AND r.purpose = 'INVOICE'
WHERE m.bot = ? ORDER BY m.seq
