-- What the store says to SQLite. A name starts each statement; the enum Sql lists the names.
-- SQLite has one writer at a time, so that nothing is locked row by row.

-- BEGIN
BEGIN IMMEDIATE
-- COMMIT
COMMIT
-- ROLLBACK
ROLLBACK
-- SAVE
SAVEPOINT unit
-- RELEASE
RELEASE unit
-- UNDO
ROLLBACK TO unit

-- KNOWS_CHARGE
SELECT 1 FROM charge WHERE bot = ? AND id = ?

-- LOCK_ORDER
SELECT * FROM whole_order WHERE bot = ? AND id = ?

-- LOCK_CHARGE
SELECT * FROM charge WHERE bot = ? AND id = ?

-- LOCK_LINK
SELECT l.id, l.owner, l.valid_until, l.closed, t.product, t.title, t.description, t.price,
       t.delivery, t.goods AS given
FROM link l JOIN terms t ON t.bot = l.bot AND t.hash = l.terms
WHERE l.bot = ? AND l.id = ?

-- LOCK_APPROVED
SELECT * FROM whole_order
WHERE bot = ? AND link = ? AND buyer = ? AND state = 'APPROVED'
ORDER BY opened_at, id LIMIT 1

-- LOCK_UNPAID
SELECT * FROM whole_order
WHERE bot = ? AND owner = ? AND product = ? AND link IS NULL AND state IN ('OPEN', 'APPROVED')
ORDER BY state DESC, id DESC LIMIT 1

-- ENDED
SELECT * FROM whole_order
WHERE bot = ? AND ends_at <= ?
ORDER BY ends_at, id LIMIT ?

-- ADD_TERMS
INSERT INTO terms (bot, hash, product, title, description, price, delivery, goods)
VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING

-- ADD_ORDER
INSERT INTO orders (bot, id, state, terms, product, owner, valid_until, link, buyer, checkout,
                    held_until, charge, goods, ends_at, opened_at, changed_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)

-- CHANGE_ORDER
UPDATE orders
SET state = ?, buyer = ?, checkout = ?, held_until = ?, charge = ?, goods = ?, ends_at = ?,
    valid_until = ?, changed_at = ?
WHERE bot = ? AND id = ?

-- ADD_LINK
INSERT INTO link (bot, id, terms, owner, valid_until, closed, opened_at, changed_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)

-- CHANGE_LINK
UPDATE link SET closed = ?, changed_at = ? WHERE bot = ? AND id = ?

-- ADD_CHARGE
INSERT INTO charge (bot, id, order_id, buyer, amount, paid_at, booked_at, standing, refund, why,
                    payload)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)

-- CHANGE_CHARGE
UPDATE charge SET standing = ?, refund = ? WHERE bot = ? AND id = ?

-- ADD_POSTING
INSERT INTO posting (bot, source, from_account, to_account, nanostars, booked_at)
VALUES (?, ?, ?, ?, ?, ?)

-- ADD_EVENT
INSERT INTO event (bot, subject, seq, at, what, state, detail)
SELECT ?, ?, COALESCE(MAX(seq), 0) + 1, ?, ?, ?, ? FROM event WHERE bot = ? AND subject = ?

-- OPEN_CASE
INSERT INTO "case" (bot, id, subject, reason, order_id, charge, buyer, detail, opened_at)
SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?
WHERE NOT EXISTS (
  SELECT 1 FROM "case" WHERE bot = ? AND subject = ? AND reason = ? AND closed_at IS NULL)

-- CLOSE_CASE
UPDATE "case" SET closed_at = ?
WHERE bot = ? AND subject = ? AND reason = ? AND closed_at IS NULL

-- CODE_OF
SELECT code, state FROM code WHERE bot = ? AND order_id = ?

-- LOCK_FREE_CODE
SELECT code FROM code
WHERE bot = ? AND product = ? AND state = 'FREE'
ORDER BY position LIMIT 1

-- TAKE_CODE
UPDATE code SET state = ?, order_id = ?, changed_at = ?
WHERE bot = ? AND product = ? AND code = ? AND state = 'FREE'

-- SELL_HELD_CODE
UPDATE code SET state = 'SOLD', changed_at = ? WHERE bot = ? AND order_id = ? AND state = 'HELD'

-- FREE_CODE
UPDATE code SET state = 'FREE', order_id = NULL, changed_at = ? WHERE bot = ? AND order_id = ?

-- LAST_CODE
SELECT COALESCE(MAX(position), 0) FROM code WHERE bot = ? AND product = ?

-- ADD_CODE
INSERT INTO code (bot, product, code, position, state, changed_at)
VALUES (?, ?, ?, ?, 'FREE', ?) ON CONFLICT DO NOTHING

-- ADD_MESSAGE
INSERT INTO outbox (bot, id, kind, order_id, position, charge, refund, buyer, state, due_at,
                    leased, uncertain, attempt, because, written_at, changed_at)
SELECT ?, ?, ?, ?, COALESCE(MAX(position), 0) + 1, ?, ?, ?, 'WAITING', ?, 0, 0, 0, '', ?, ?
FROM outbox WHERE bot = ? AND order_id = ?

-- LOCK_DUE
SELECT * FROM outbox m
WHERE bot = ? AND state = 'WAITING' AND due_at <= ?
  AND NOT EXISTS (
    SELECT 1 FROM outbox e
    WHERE e.bot = m.bot AND e.order_id = m.order_id AND e.position < m.position
      AND e.state IN ('WAITING', 'PARKED') AND e.kind <> 'SEND_INVOICE')
ORDER BY due_at, written_at, id LIMIT ?

-- LEASE
UPDATE outbox
SET attempt = attempt + 1, uncertain = MAX(uncertain, leased), leased = 1, due_at = ?, changed_at = ?
WHERE bot = ? AND id = ?

-- NEXT_DUE
SELECT due_at FROM outbox m
WHERE bot = ? AND state = 'WAITING' AND (leased = 0 OR due_at <= ?)
  AND NOT EXISTS (
    SELECT 1 FROM outbox e
    WHERE e.bot = m.bot AND e.order_id = m.order_id AND e.position < m.position
      AND e.state IN ('WAITING', 'PARKED') AND e.kind <> 'SEND_INVOICE')
ORDER BY due_at LIMIT 1

-- HOLDS
SELECT 1 FROM outbox
WHERE bot = ? AND id = ? AND attempt = ? AND leased = 1 AND state = 'WAITING'

-- SETTLE
UPDATE outbox SET state = 'SETTLED', leased = 0, changed_at = ?
WHERE bot = ? AND id = ? AND state IN ('WAITING', 'PARKED')

-- SETTLE_ATTEMPT
UPDATE outbox SET state = 'SETTLED', leased = 0, changed_at = ?
WHERE bot = ? AND id = ? AND attempt = ? AND leased = 1

-- POSTPONE
UPDATE outbox
SET leased = 0, due_at = ?, because = ?, uncertain = MAX(uncertain, ?), changed_at = ?
WHERE bot = ? AND id = ? AND attempt = ? AND leased = 1

-- PARK
UPDATE outbox SET state = 'PARKED', leased = 0, because = ?, changed_at = ?
WHERE bot = ? AND id = ? AND attempt = ? AND leased = 1

-- RELEASE_PARKED
UPDATE outbox SET state = 'WAITING', due_at = ?, changed_at = ?
WHERE bot = ? AND buyer = ? AND state = 'PARKED'

-- CLEAR_LEASES
UPDATE outbox SET leased = 0, uncertain = 1, due_at = ?, changed_at = ?
WHERE bot = ? AND state = 'WAITING' AND leased = 1

-- HANDOVER
SELECT leased, uncertain FROM outbox
WHERE bot = ? AND order_id = ? AND kind = 'HAND_OVER' AND state IN ('WAITING', 'PARKED')
ORDER BY position DESC LIMIT 1

-- WITHDRAW
UPDATE outbox SET state = 'WITHDRAWN', changed_at = ?
WHERE bot = ? AND order_id = ? AND kind = 'HAND_OVER'
  AND (state = 'PARKED' OR (state = 'WAITING' AND leased = 0 AND uncertain = 0))

-- ORDERS
SELECT * FROM whole_order WHERE bot = ? ORDER BY id DESC LIMIT ?

-- ORDERS_BEFORE
SELECT * FROM whole_order WHERE bot = ? AND id < ? ORDER BY id DESC LIMIT ?

-- HISTORY
SELECT at, what, state, detail FROM event WHERE bot = ? AND subject = ? ORDER BY seq

-- CASES
SELECT * FROM "case" WHERE bot = ? AND closed_at IS NULL ORDER BY opened_at, id LIMIT ?

-- CASES_OF_ORDER
SELECT * FROM "case"
WHERE bot = ? AND order_id = ? AND closed_at IS NULL ORDER BY opened_at, id

-- STRAYS
SELECT * FROM charge WHERE bot = ? AND why IS NOT NULL ORDER BY booked_at DESC, id DESC LIMIT ?

-- BALANCES
SELECT account, SUM(nanostars) AS nanostars FROM (
  SELECT to_account AS account, nanostars FROM posting WHERE bot = ?
  UNION ALL
  SELECT from_account, -nanostars FROM posting WHERE bot = ?)
GROUP BY account

-- WAITING_MESSAGES
SELECT (SELECT COUNT(*) FROM outbox WHERE bot = ? AND state = 'WAITING')
     + (SELECT COUNT(*) FROM outbox WHERE bot = ? AND state = 'PARKED')

-- STOCK
SELECT product, SUM(state = 'FREE') AS free, SUM(state = 'HELD') AS held, SUM(state = 'SOLD') AS sold
FROM code WHERE bot = ? GROUP BY product ORDER BY product
