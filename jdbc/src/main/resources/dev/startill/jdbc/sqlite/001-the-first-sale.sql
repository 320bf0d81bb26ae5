-- Every key starts with the bot. Times are UTC epoch microseconds, amounts are nanostars.

-- What orders and links promise, once for all that promise the same. Never edited.
CREATE TABLE {terms} (
  bot         INTEGER NOT NULL,
  hash        BLOB    NOT NULL,
  product     TEXT    NOT NULL,
  title       TEXT    NOT NULL,
  description TEXT    NOT NULL,
  price       INTEGER NOT NULL CHECK (price > 0),
  delivery    TEXT    NOT NULL CHECK (delivery IN ('TEXT', 'FILE', 'CODE', 'HANDLER')),
  goods       TEXT    NOT NULL,
  PRIMARY KEY (bot, hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE {link} (
  bot         INTEGER NOT NULL,
  id          TEXT    NOT NULL,
  terms       BLOB    NOT NULL,
  owner       INTEGER,
  valid_until INTEGER NOT NULL,
  closed      INTEGER NOT NULL CHECK (closed IN (0, 1)),
  opened_at   INTEGER NOT NULL,
  changed_at  INTEGER NOT NULL,
  PRIMARY KEY (bot, id),
  FOREIGN KEY (bot, terms) REFERENCES {terms} (bot, hash)
) STRICT, WITHOUT ROWID;

-- ends_at is when the clock has to look at it: the end of the hold, or of the validity.
CREATE TABLE {orders} (
  bot         INTEGER NOT NULL,
  id          TEXT    NOT NULL,
  state       TEXT    NOT NULL CHECK (state IN ('OPEN', 'APPROVED', 'EXPIRED', 'PAID')),
  terms       BLOB    NOT NULL,
  product     TEXT    NOT NULL,
  owner       INTEGER,
  valid_until INTEGER NOT NULL,
  link        TEXT,
  buyer       INTEGER,
  checkout    TEXT,
  held_until  INTEGER,
  charge      TEXT,
  goods       TEXT CHECK (goods IN ('OWED', 'HANDED_OVER', 'FAILED', 'REVOKED')),
  ends_at     INTEGER,
  opened_at   INTEGER NOT NULL,
  changed_at  INTEGER NOT NULL,
  PRIMARY KEY (bot, id),
  FOREIGN KEY (bot, terms) REFERENCES {terms} (bot, hash),
  FOREIGN KEY (bot, link) REFERENCES {link} (bot, id),
  CHECK ((state = 'APPROVED') = (buyer IS NOT NULL)),
  CHECK ((state = 'APPROVED') = (checkout IS NOT NULL)),
  CHECK ((state = 'APPROVED') = (held_until IS NOT NULL)),
  CHECK ((state = 'PAID') = (charge IS NOT NULL)),
  CHECK ((state = 'PAID') = (goods IS NOT NULL)),
  CHECK ((state IN ('OPEN', 'APPROVED')) = (ends_at IS NOT NULL))
) STRICT, WITHOUT ROWID;

-- A buyer has one open order of a product, off any link, beside those about to be paid.
CREATE UNIQUE INDEX {orders_open} ON {orders} (bot, owner, product)
  WHERE link IS NULL AND state = 'OPEN';
CREATE INDEX {orders_unpaid} ON {orders} (bot, owner, product)
  WHERE link IS NULL AND state IN ('OPEN', 'APPROVED');
CREATE INDEX {orders_approved} ON {orders} (bot, link, buyer, opened_at) WHERE state = 'APPROVED';
CREATE INDEX {orders_ending} ON {orders} (bot, ends_at) WHERE ends_at IS NOT NULL;

-- Stars that arrived: of an order, or stray (why, payload). A foreign charge will have neither.
CREATE TABLE {charge} (
  bot       INTEGER NOT NULL,
  id        TEXT    NOT NULL,
  order_id  TEXT,
  buyer     INTEGER NOT NULL,
  amount    INTEGER NOT NULL CHECK (amount > 0),
  paid_at   INTEGER NOT NULL,
  booked_at INTEGER NOT NULL,
  standing  TEXT    NOT NULL
    CHECK (standing IN ('KEPT', 'RETURNING', 'UNKNOWN', 'RETURNED', 'TAKEN_BACK')),
  refund    TEXT,
  why       TEXT CHECK (why IN ('OWNERLESS', 'SECOND', 'MISMATCHED')),
  payload   TEXT,
  PRIMARY KEY (bot, id),
  FOREIGN KEY (bot, order_id) REFERENCES {orders} (bot, id),
  CHECK ((standing IN ('RETURNING', 'UNKNOWN')) = (refund IS NOT NULL)),
  CHECK (order_id IS NULL OR why IS NULL),
  CHECK ((why IS NULL) = (payload IS NULL))
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX {charge_order} ON {charge} (bot, order_id) WHERE order_id IS NOT NULL;
CREATE INDEX {charge_stray} ON {charge} (bot, booked_at) WHERE why IS NOT NULL;

CREATE TABLE {posting} (
  bot          INTEGER NOT NULL,
  source       TEXT    NOT NULL,
  from_account TEXT    NOT NULL,
  to_account   TEXT    NOT NULL,
  nanostars    INTEGER NOT NULL CHECK (nanostars > 0),
  booked_at    INTEGER NOT NULL,
  PRIMARY KEY (bot, source),
  CHECK (from_account <> to_account)
) STRICT, WITHOUT ROWID;

-- The history of an order, a charge or a link.
CREATE TABLE {event} (
  bot     INTEGER NOT NULL,
  subject TEXT    NOT NULL,
  seq     INTEGER NOT NULL,
  at      INTEGER NOT NULL,
  what    TEXT    NOT NULL,
  state   TEXT    NOT NULL,
  detail  TEXT    NOT NULL,
  PRIMARY KEY (bot, subject, seq)
) STRICT, WITHOUT ROWID;

-- uncertain: a try may have reached the buyer although nobody confirmed it.
CREATE TABLE {outbox} (
  bot        INTEGER NOT NULL,
  id         TEXT    NOT NULL,
  kind       TEXT    NOT NULL
    CHECK (kind IN ('SEND_INVOICE', 'HAND_OVER', 'REVOKE', 'REFUND', 'TELL_HELD')),
  order_id   TEXT,
  position   INTEGER NOT NULL,
  charge     TEXT,
  refund     TEXT,
  buyer      INTEGER NOT NULL,
  state      TEXT    NOT NULL CHECK (state IN ('WAITING', 'PARKED', 'SETTLED', 'WITHDRAWN')),
  due_at     INTEGER NOT NULL,
  leased     INTEGER NOT NULL CHECK (leased IN (0, 1)),
  uncertain  INTEGER NOT NULL CHECK (uncertain IN (0, 1)),
  attempt    INTEGER NOT NULL,
  because    TEXT    NOT NULL,
  written_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  PRIMARY KEY (bot, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX {outbox_due} ON {outbox} (bot, due_at, written_at) WHERE state = 'WAITING';
CREATE INDEX {outbox_parked} ON {outbox} (bot, buyer) WHERE state = 'PARKED';
CREATE UNIQUE INDEX {outbox_order} ON {outbox} (bot, order_id, position) WHERE order_id IS NOT NULL;

CREATE TABLE {code} (
  bot        INTEGER NOT NULL,
  product    TEXT    NOT NULL,
  code       TEXT    NOT NULL,
  position   INTEGER NOT NULL,
  state      TEXT    NOT NULL CHECK (state IN ('FREE', 'HELD', 'SOLD')),
  order_id   TEXT,
  changed_at INTEGER NOT NULL,
  PRIMARY KEY (bot, product, code),
  CHECK ((state = 'FREE') = (order_id IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX {code_free} ON {code} (bot, product, position) WHERE state = 'FREE';
CREATE INDEX {code_position} ON {code} (bot, product, position);
CREATE UNIQUE INDEX {code_order} ON {code} (bot, order_id) WHERE order_id IS NOT NULL;

CREATE TABLE "{case}" (
  bot       INTEGER NOT NULL,
  id        TEXT    NOT NULL,
  subject   TEXT    NOT NULL,
  reason    TEXT    NOT NULL,
  order_id  TEXT,
  charge    TEXT,
  buyer     INTEGER,
  detail    TEXT    NOT NULL,
  opened_at INTEGER NOT NULL,
  closed_at INTEGER,
  PRIMARY KEY (bot, id)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX {case_open} ON "{case}" (bot, subject, reason) WHERE closed_at IS NULL;
CREATE INDEX {case_since} ON "{case}" (bot, opened_at) WHERE closed_at IS NULL;
CREATE INDEX {case_order} ON "{case}" (bot, order_id) WHERE closed_at IS NULL;

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
CREATE TRIGGER {terms_keep} BEFORE UPDATE ON {terms}
BEGIN SELECT RAISE(ABORT, 'terms are never edited'); END;
CREATE TRIGGER {terms_stay} BEFORE DELETE ON {terms}
BEGIN SELECT RAISE(ABORT, 'terms are never removed'); END;
CREATE TRIGGER {posting_keep} BEFORE UPDATE ON {posting}
BEGIN SELECT RAISE(ABORT, 'a posting is never edited: reverse it'); END;
CREATE TRIGGER {posting_stay} BEFORE DELETE ON {posting}
BEGIN SELECT RAISE(ABORT, 'a posting is never removed: reverse it'); END;
CREATE TRIGGER {event_keep} BEFORE UPDATE ON {event}
BEGIN SELECT RAISE(ABORT, 'history is never edited'); END;
CREATE TRIGGER {event_stay} BEFORE DELETE ON {event}
BEGIN SELECT RAISE(ABORT, 'history is never removed'); END;
CREATE TRIGGER {charge_stay} BEFORE DELETE ON {charge}
BEGIN SELECT RAISE(ABORT, 'a charge is never removed'); END;
CREATE TRIGGER {charge_keep} BEFORE UPDATE OF bot, id, buyer, amount ON {charge}
BEGIN SELECT RAISE(ABORT, 'who paid a charge, and how much, is never edited'); END;
CREATE TRIGGER {code_stay} BEFORE DELETE ON {code} WHEN old.state = 'SOLD'
BEGIN SELECT RAISE(ABORT, 'a sold code is never removed'); END;

-- One bot has all the rows. Untold, the planner takes the bot alone for a choice, and walks through
-- a whole table where an index would have led straight to its row.
ANALYZE {terms};
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
  ('{terms}', '{terms}', '1000 1000 1'),
  ('{link}', '{link}', '1000 1000 1'),
  ('{orders}', '{orders}', '1000000 1000000 1'),
  ('{orders}', '{orders_open}', '10000 10000 2 1'),
  ('{orders}', '{orders_unpaid}', '10000 10000 2 1'),
  ('{orders}', '{orders_approved}', '1000 1000 10 2 1'),
  ('{orders}', '{orders_ending}', '10000 10000 2'),
  ('{charge}', '{charge}', '1000000 1000000 1'),
  ('{charge}', '{charge_order}', '1000000 1000000 1'),
  ('{charge}', '{charge_stray}', '100 100 1'),
  ('{posting}', '{posting}', '1000000 1000000 1'),
  ('{event}', '{event}', '5000000 5000000 5 1'),
  ('{outbox}', '{outbox}', '2000000 2000000 1'),
  ('{outbox}', '{outbox_due}', '1000 1000 2 1'),
  ('{outbox}', '{outbox_parked}', '100 100 2'),
  ('{outbox}', '{outbox_order}', '2000000 2000000 2 1'),
  ('{code}', '{code}', '100000 100000 10000 1'),
  ('{code}', '{code_free}', '50000 50000 5000 1'),
  ('{code}', '{code_position}', '100000 100000 10000 1'),
  ('{code}', '{code_order}', '50000 50000 1'),
  ('{case}', '{case}', '1000 1000 1'),
  ('{case}', '{case_open}', '100 100 2 1'),
  ('{case}', '{case_since}', '100 100 2'),
  ('{case}', '{case_order}', '100 100 2');
ANALYZE sqlite_schema;
