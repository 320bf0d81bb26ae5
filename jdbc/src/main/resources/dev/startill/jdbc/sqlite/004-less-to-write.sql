-- A charge's id is long, and no two are alike at their beginning. As the key of the table it stood in
-- every index, and each new charge in the midst of others: now it stands in one index, and rows follow
-- one another. Nothing asked for charges by the time of their payment.
DROP VIEW {whole_order};

CREATE TABLE {charge_anew} (
  bot         INTEGER NOT NULL,
  id          TEXT    NOT NULL,
  order_id    TEXT,
  buyer       INTEGER NOT NULL,
  amount      INTEGER NOT NULL CHECK (amount > 0),
  paid_at     INTEGER NOT NULL,
  booked_at   INTEGER NOT NULL,
  standing    TEXT    NOT NULL
    CHECK (standing IN ('KEPT', 'RETURNING', 'UNKNOWN', 'RETURNED', 'TAKEN_BACK', 'MISSING')),
  standing_at INTEGER NOT NULL,
  refund      TEXT,
  why         TEXT CHECK (why IN ('OWNERLESS', 'SECOND', 'MISMATCHED', 'ACCEPTED')),
  payload     TEXT,
  stated      INTEGER NOT NULL CHECK (stated IN (0, 1)),
  FOREIGN KEY (bot, order_id) REFERENCES {orders} (bot, id),
  CHECK ((standing IN ('RETURNING', 'UNKNOWN')) = (refund IS NOT NULL)),
  CHECK (order_id IS NULL OR why IS NULL),
  CHECK ((why IS NULL) = (payload IS NULL))
) STRICT;

INSERT INTO {charge_anew} (bot, id, order_id, buyer, amount, paid_at, booked_at, standing,
                         standing_at, refund, why, payload, stated)
SELECT bot, id, order_id, buyer, amount, paid_at, booked_at, standing,
       standing_at, refund, why, payload, stated
FROM {charge} ORDER BY booked_at, id;

DROP TABLE {charge};
ALTER TABLE {charge_anew} RENAME TO {charge};

CREATE UNIQUE INDEX {charge_id} ON {charge} (bot, id);
CREATE UNIQUE INDEX {charge_order} ON {charge} (bot, order_id) WHERE order_id IS NOT NULL;
CREATE INDEX {charge_stray} ON {charge} (bot, booked_at) WHERE why IS NOT NULL;
CREATE INDEX {charge_unstated} ON {charge} (bot, standing, booked_at) WHERE stated = 0;
CREATE INDEX {charge_unknown} ON {charge} (bot, standing_at) WHERE standing = 'UNKNOWN';

-- An order with its terms and its charge.
CREATE VIEW {whole_order} AS
SELECT o.bot, o.id, o.state, o.product, o.owner, o.valid_until, o.link, o.buyer, o.checkout,
       o.held_until, o.goods, o.ends_at, o.opened_at, o.changed_at,
       t.title, t.description, t.price, t.delivery, t.goods AS given,
       c.id AS charge, c.buyer AS payer, c.amount, c.paid_at, c.standing, c.refund
FROM {orders} o
JOIN {terms} t ON t.bot = o.bot AND t.hash = o.terms
LEFT JOIN {charge} c ON c.bot = o.bot AND c.id = o.charge;

-- What is only ever added to.
CREATE TRIGGER {charge_stay} BEFORE DELETE ON {charge}
BEGIN SELECT RAISE(ABORT, 'a charge is never removed'); END;
CREATE TRIGGER {charge_keep}
BEFORE UPDATE OF bot, id, order_id, buyer, amount, paid_at, booked_at, payload ON {charge}
BEGIN SELECT RAISE(ABORT, 'who paid a charge, when, what for and how much, is never edited'); END;
CREATE TRIGGER {charge_stated} BEFORE UPDATE OF stated ON {charge} WHEN new.stated < old.stated
BEGIN SELECT RAISE(ABORT, 'what the statement told of is never untold'); END;

-- What a planner should expect: see the first script.
DELETE FROM sqlite_stat1 WHERE tbl = '{charge}';
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
  ('{charge}', '{charge_id}', '1000000 1000000 1'),
  ('{charge}', '{charge_order}', '1000000 1000000 1'),
  ('{charge}', '{charge_stray}', '100 100 1'),
  ('{charge}', '{charge_unstated}', '1000 1000 500 1'),
  ('{charge}', '{charge_unknown}', '10 10 1');
ANALYZE sqlite_schema;
