-- SQLite cannot change a CHECK, so tables are made anew and filled from the old ones. Nothing refers
-- to them by a foreign key. A view would follow a table that is renamed: it is made anew as well.

DROP VIEW {whole_order};

-- standing_at: when the standing last changed. stated: a kept line of the statement tells of it.
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
  PRIMARY KEY (bot, id),
  FOREIGN KEY (bot, order_id) REFERENCES {orders} (bot, id),
  CHECK ((standing IN ('RETURNING', 'UNKNOWN')) = (refund IS NOT NULL)),
  CHECK (order_id IS NULL OR why IS NULL),
  CHECK ((why IS NULL) = (payload IS NULL))
) STRICT, WITHOUT ROWID;

INSERT INTO {charge_anew} (bot, id, order_id, buyer, amount, paid_at, booked_at, standing,
                         standing_at, refund, why, payload, stated)
SELECT bot, id, order_id, buyer, amount, paid_at, booked_at, standing,
       booked_at, refund, why, payload, 0
FROM {charge};

DROP TABLE {charge};
ALTER TABLE {charge_anew} RENAME TO {charge};

CREATE UNIQUE INDEX {charge_order} ON {charge} (bot, order_id) WHERE order_id IS NOT NULL;
CREATE INDEX {charge_stray} ON {charge} (bot, booked_at) WHERE why IS NOT NULL;
CREATE INDEX {charge_unstated} ON {charge} (bot, standing, booked_at) WHERE stated = 0;
CREATE INDEX {charge_unknown} ON {charge} (bot, standing_at) WHERE standing = 'UNKNOWN';
CREATE INDEX {charge_paid} ON {charge} (bot, paid_at);

-- A chain for each bot: seq counts 1, 2, 3 … and hash seals a posting together with all before it
-- (see HashChain). What stood here before is chained by the step that follows this script.
DROP TRIGGER {posting_keep};
DROP TRIGGER {posting_stay};
ALTER TABLE {posting} RENAME TO {posting_unchained};

CREATE TABLE {posting} (
  bot          INTEGER NOT NULL,
  seq          INTEGER NOT NULL CHECK (seq > 0),
  source       TEXT    NOT NULL,
  from_account TEXT    NOT NULL,
  to_account   TEXT    NOT NULL,
  nanostars    INTEGER NOT NULL CHECK (nanostars > 0),
  booked_at    INTEGER NOT NULL,
  hash         BLOB    NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (bot, seq),
  CHECK (from_account <> to_account)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX {posting_source} ON {posting} (bot, source);

-- What each account held once the posting of that number was booked: so that nobody adds up from the
-- first one. Nothing but a sum: what is removed of it is computed.
CREATE TABLE {balance} (
  bot       INTEGER NOT NULL,
  seq       INTEGER NOT NULL,
  account   TEXT    NOT NULL,
  nanostars INTEGER NOT NULL,
  PRIMARY KEY (bot, seq, account)
) STRICT, WITHOUT ROWID;

-- Telegram's statement, line by line. place: where it stands, unless another line stands there now.
CREATE TABLE {statement_line} (
  bot        INTEGER NOT NULL,
  id         TEXT    NOT NULL,
  way        TEXT    NOT NULL CHECK (way IN ('CAME', 'WENT')),
  place      INTEGER CHECK (place >= 0),
  at         INTEGER NOT NULL,
  nanostars  INTEGER NOT NULL CHECK (nanostars >= 0),
  purpose    TEXT    NOT NULL,
  party      INTEGER,
  payload    TEXT,
  commission INTEGER NOT NULL,
  withdrawal TEXT    NOT NULL CHECK (withdrawal IN ('NONE', 'PENDING', 'SUCCEEDED', 'FAILED')),
  note       TEXT    NOT NULL,
  kept_at    INTEGER NOT NULL,
  PRIMARY KEY (bot, id, way)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX {statement_line_place} ON {statement_line} (bot, place) WHERE place IS NOT NULL;
CREATE INDEX {statement_line_pending} ON {statement_line} (bot, place) WHERE withdrawal = 'PENDING';

-- How far it was read.
CREATE TABLE {statement} (
  bot     INTEGER NOT NULL PRIMARY KEY,
  lines   INTEGER NOT NULL CHECK (lines >= 0),
  read_to INTEGER
) STRICT;

CREATE TABLE {code_anew} (
  bot        INTEGER NOT NULL,
  product    TEXT    NOT NULL,
  code       TEXT    NOT NULL,
  position   INTEGER NOT NULL,
  state      TEXT    NOT NULL CHECK (state IN ('FREE', 'HELD', 'SOLD', 'REVOKED')),
  order_id   TEXT,
  changed_at INTEGER NOT NULL,
  PRIMARY KEY (bot, product, code),
  CHECK ((state = 'FREE') = (order_id IS NULL))
) STRICT, WITHOUT ROWID;

INSERT INTO {code_anew} (bot, product, code, position, state, order_id, changed_at)
SELECT bot, product, code, position, state, order_id, changed_at FROM {code};

DROP TABLE {code};
ALTER TABLE {code_anew} RENAME TO {code};

CREATE INDEX {code_free} ON {code} (bot, product, position) WHERE state = 'FREE';
CREATE INDEX {code_position} ON {code} (bot, product, position);
CREATE UNIQUE INDEX {code_order} ON {code} (bot, order_id) WHERE state IN ('HELD', 'SOLD');

CREATE TABLE {outbox_anew} (
  bot        INTEGER NOT NULL,
  id         TEXT    NOT NULL,
  kind       TEXT    NOT NULL
    CHECK (kind IN ('SEND_INVOICE', 'HAND_OVER', 'REVOKE', 'REFUND', 'TELL_HELD')),
  order_id   TEXT,
  position   INTEGER NOT NULL,
  charge     TEXT,
  refund     TEXT,
  buyer      INTEGER NOT NULL,
  state      TEXT    NOT NULL
    CHECK (state IN ('WAITING', 'PARKED', 'SETTLED', 'WITHDRAWN', 'DEAD')),
  due_at     INTEGER NOT NULL,
  leased     INTEGER NOT NULL CHECK (leased IN (0, 1)),
  uncertain  INTEGER NOT NULL CHECK (uncertain IN (0, 1)),
  attempt    INTEGER NOT NULL,
  because    TEXT    NOT NULL,
  written_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  PRIMARY KEY (bot, id)
) STRICT, WITHOUT ROWID;

INSERT INTO {outbox_anew} (bot, id, kind, order_id, position, charge, refund, buyer, state, due_at,
                         leased, uncertain, attempt, because, written_at, changed_at)
SELECT bot, id, kind, order_id, position, charge, refund, buyer, state, due_at,
       leased, uncertain, attempt, because, written_at, changed_at
FROM {outbox};

DROP TABLE {outbox};
ALTER TABLE {outbox_anew} RENAME TO {outbox};

CREATE INDEX {outbox_due} ON {outbox} (bot, due_at, written_at) WHERE state = 'WAITING';
CREATE INDEX {outbox_parked} ON {outbox} (bot, buyer) WHERE state = 'PARKED';
CREATE INDEX {outbox_dead} ON {outbox} (bot, changed_at) WHERE state = 'DEAD';
CREATE UNIQUE INDEX {outbox_order} ON {outbox} (bot, order_id, position) WHERE order_id IS NOT NULL;

-- What may be forgotten; not that a buyer perhaps saw goods which were never confirmed.
CREATE INDEX {outbox_past} ON {outbox} (bot, changed_at)
  WHERE state IN ('SETTLED', 'WITHDRAWN') AND (kind <> 'HAND_OVER' OR uncertain = 0);

ALTER TABLE "{case}" ADD COLUMN how TEXT NOT NULL DEFAULT '';
CREATE INDEX {case_charge} ON "{case}" (bot, charge, reason) WHERE charge IS NOT NULL;

DROP INDEX {orders_ending};
CREATE INDEX {orders_holding} ON {orders} (bot, ends_at) WHERE state = 'APPROVED';
CREATE INDEX {orders_open_until} ON {orders} (bot, ends_at) WHERE state = 'OPEN';

-- An order with its terms and its charge.
CREATE VIEW {whole_order} AS
SELECT o.bot, o.id, o.state, o.product, o.owner, o.valid_until, o.link, o.buyer, o.checkout,
       o.held_until, o.goods, o.ends_at, o.opened_at, o.changed_at,
       t.title, t.description, t.price, t.delivery, t.goods AS given,
       c.id AS charge, c.buyer AS payer, c.amount, c.paid_at, c.standing, c.refund
FROM {orders} o
JOIN {terms} t ON t.bot = o.bot AND t.hash = o.terms
LEFT JOIN {charge} c ON c.bot = o.bot AND c.id = o.charge;

-- A posting and what its source names: an id, and of the statement's lines which way they went.
CREATE VIEW {movement} AS
SELECT bot, seq, source, from_account, to_account, nanostars, booked_at, hash,
       CASE
         WHEN source LIKE 'line:%' THEN substr(source, length('line:CAME:') + 1)
         WHEN source LIKE 'commission:%' THEN substr(source, length('commission:CAME:') + 1)
         ELSE substr(source, instr(source, ':') + 1)
       END AS cause,
       CASE
         WHEN source LIKE 'line:%' THEN substr(source, length('line:') + 1, 4)
         WHEN source LIKE 'commission:%' THEN substr(source, length('commission:') + 1, 4)
         WHEN source LIKE 'charge:%' THEN 'CAME'
         WHEN source LIKE 'refund:%' THEN 'WENT'
       END AS way
FROM {posting};

-- What is only ever added to.
CREATE TRIGGER {posting_keep} BEFORE UPDATE ON {posting}
BEGIN SELECT RAISE(ABORT, 'a posting is never edited: reverse it'); END;
CREATE TRIGGER {posting_stay} BEFORE DELETE ON {posting}
BEGIN SELECT RAISE(ABORT, 'a posting is never removed: reverse it'); END;
CREATE TRIGGER {balance_keep} BEFORE UPDATE ON {balance}
BEGIN SELECT RAISE(ABORT, 'a sum is never edited: remove it, and it is computed'); END;
CREATE TRIGGER {charge_stay} BEFORE DELETE ON {charge}
BEGIN SELECT RAISE(ABORT, 'a charge is never removed'); END;
CREATE TRIGGER {charge_keep}
BEFORE UPDATE OF bot, id, order_id, buyer, amount, paid_at, booked_at, payload ON {charge}
BEGIN SELECT RAISE(ABORT, 'who paid a charge, when, what for and how much, is never edited'); END;
CREATE TRIGGER {charge_stated} BEFORE UPDATE OF stated ON {charge} WHEN new.stated < old.stated
BEGIN SELECT RAISE(ABORT, 'what the statement told of is never untold'); END;
CREATE TRIGGER {statement_line_stay} BEFORE DELETE ON {statement_line}
BEGIN SELECT RAISE(ABORT, 'a line of the statement is never removed'); END;
CREATE TRIGGER {statement_line_keep}
BEFORE UPDATE OF bot, id, way, at, nanostars, purpose, party, payload, commission, note, kept_at
ON {statement_line}
BEGIN SELECT RAISE(ABORT, 'a line of the statement is never edited'); END;
CREATE TRIGGER {case_stay} BEFORE DELETE ON "{case}"
BEGIN SELECT RAISE(ABORT, 'a case is never removed'); END;
CREATE TRIGGER {code_stay} BEFORE DELETE ON {code} WHEN old.state IN ('SOLD', 'REVOKED')
BEGIN SELECT RAISE(ABORT, 'a sold code is never removed'); END;
CREATE TRIGGER {code_revoked} BEFORE UPDATE ON {code} WHEN old.state = 'REVOKED'
BEGIN SELECT RAISE(ABORT, 'a code that was taken back is never sold again'); END;

-- What a planner should expect: see the first script.
DELETE FROM sqlite_stat1
WHERE tbl IN ('{charge}', '{posting}', '{outbox}', '{code}', '{posting_unchained}')
   OR idx IN ('{orders_ending}', '{case_charge}');
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
  ('{orders}', '{orders_holding}', '10000 10000 2'),
  ('{orders}', '{orders_open_until}', '10000 10000 2'),
  ('{charge}', '{charge}', '1000000 1000000 1'),
  ('{charge}', '{charge_order}', '1000000 1000000 1'),
  ('{charge}', '{charge_stray}', '100 100 1'),
  ('{charge}', '{charge_unstated}', '1000 1000 500 1'),
  ('{charge}', '{charge_unknown}', '10 10 1'),
  ('{charge}', '{charge_paid}', '1000000 1000000 2'),
  ('{posting}', '{posting}', '1000000 1000000 1'),
  ('{posting}', '{posting_source}', '1000000 1000000 1'),
  ('{balance}', '{balance}', '1000 1000 10 1'),
  ('{statement_line}', '{statement_line}', '1000000 1000000 2 1'),
  ('{statement_line}', '{statement_line_place}', '1000000 1000000 1'),
  ('{statement_line}', '{statement_line_pending}', '10 10 1'),
  ('{outbox}', '{outbox}', '2000000 2000000 1'),
  ('{outbox}', '{outbox_due}', '1000 1000 2 1'),
  ('{outbox}', '{outbox_parked}', '100 100 2'),
  ('{outbox}', '{outbox_dead}', '100 100 2'),
  ('{outbox}', '{outbox_past}', '2000000 2000000 2'),
  ('{outbox}', '{outbox_order}', '2000000 2000000 2 1'),
  ('{code}', '{code}', '100000 100000 10000 1'),
  ('{code}', '{code_free}', '50000 50000 5000 1'),
  ('{code}', '{code_position}', '100000 100000 10000 1'),
  ('{code}', '{code_order}', '50000 50000 1'),
  ('{case}', '{case_charge}', '1000 1000 2 1');
ANALYZE sqlite_schema;
