-- Every key starts with the bot. Times are UTC epoch microseconds, amounts are nanostars, flags are 0
-- or 1. Texts are ordered by their bytes, whatever the database's language.

-- Whoever writes for a bot holds its row until the commit: one node at a time.
CREATE TABLE {writer} (
  bot BIGINT NOT NULL PRIMARY KEY
);

-- What orders and links promise, once for all that promise the same. Never edited.
CREATE TABLE {terms} (
  bot         BIGINT           NOT NULL,
  hash        BYTEA            NOT NULL,
  product     TEXT COLLATE "C" NOT NULL,
  title       TEXT COLLATE "C" NOT NULL,
  description TEXT COLLATE "C" NOT NULL,
  price       BIGINT           NOT NULL CHECK (price > 0),
  delivery    TEXT COLLATE "C" NOT NULL CHECK (delivery IN ('TEXT', 'FILE', 'CODE', 'HANDLER')),
  goods       TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (bot, hash)
);

CREATE TABLE {link} (
  bot         BIGINT           NOT NULL,
  id          TEXT COLLATE "C" NOT NULL,
  terms       BYTEA            NOT NULL,
  owner       BIGINT,
  valid_until BIGINT           NOT NULL,
  closed      SMALLINT         NOT NULL CHECK (closed IN (0, 1)),
  opened_at   BIGINT           NOT NULL,
  changed_at  BIGINT           NOT NULL,
  PRIMARY KEY (bot, id),
  FOREIGN KEY (bot, terms) REFERENCES {terms} (bot, hash)
);

-- ends_at is when the clock has to look at it: the end of the hold, or of the validity.
CREATE TABLE {orders} (
  bot         BIGINT           NOT NULL,
  id          TEXT COLLATE "C" NOT NULL,
  state       TEXT COLLATE "C" NOT NULL
    CHECK (state IN ('OPEN', 'APPROVED', 'EXPIRED', 'PAID')),
  terms       BYTEA            NOT NULL,
  product     TEXT COLLATE "C" NOT NULL,
  owner       BIGINT,
  valid_until BIGINT           NOT NULL,
  link        TEXT COLLATE "C",
  buyer       BIGINT,
  checkout    TEXT COLLATE "C",
  held_until  BIGINT,
  charge      TEXT COLLATE "C",
  goods       TEXT COLLATE "C" CHECK (goods IN ('OWED', 'HANDED_OVER', 'FAILED', 'REVOKED')),
  ends_at     BIGINT,
  opened_at   BIGINT           NOT NULL,
  changed_at  BIGINT           NOT NULL,
  PRIMARY KEY (bot, id),
  FOREIGN KEY (bot, terms) REFERENCES {terms} (bot, hash),
  FOREIGN KEY (bot, link) REFERENCES {link} (bot, id),
  CHECK ((state = 'APPROVED') = (buyer IS NOT NULL)),
  CHECK ((state = 'APPROVED') = (checkout IS NOT NULL)),
  CHECK ((state = 'APPROVED') = (held_until IS NOT NULL)),
  CHECK ((state = 'PAID') = (charge IS NOT NULL)),
  CHECK ((state = 'PAID') = (goods IS NOT NULL)),
  CHECK ((state IN ('OPEN', 'APPROVED')) = (ends_at IS NOT NULL))
);

-- A buyer has one open order of a product, off any link, beside those about to be paid.
CREATE UNIQUE INDEX {orders_open} ON {orders} (bot, owner, product)
  WHERE link IS NULL AND state = 'OPEN';
CREATE INDEX {orders_unpaid} ON {orders} (bot, owner, product)
  WHERE link IS NULL AND state IN ('OPEN', 'APPROVED');
CREATE INDEX {orders_approved} ON {orders} (bot, link, buyer, opened_at) WHERE state = 'APPROVED';
CREATE INDEX {orders_holding} ON {orders} (bot, ends_at) WHERE state = 'APPROVED';
CREATE INDEX {orders_open_until} ON {orders} (bot, ends_at) WHERE state = 'OPEN';

-- Stars that arrived: of an order, or stray (why, payload). standing_at: when the standing last
-- changed. stated: a kept line of the statement tells of it.
CREATE TABLE {charge} (
  bot         BIGINT           NOT NULL,
  id          TEXT COLLATE "C" NOT NULL,
  order_id    TEXT COLLATE "C",
  buyer       BIGINT           NOT NULL,
  amount      BIGINT           NOT NULL CHECK (amount > 0),
  paid_at     BIGINT           NOT NULL,
  booked_at   BIGINT           NOT NULL,
  standing    TEXT COLLATE "C" NOT NULL
    CHECK (standing IN ('KEPT', 'RETURNING', 'UNKNOWN', 'RETURNED', 'TAKEN_BACK', 'MISSING')),
  standing_at BIGINT           NOT NULL,
  refund      TEXT COLLATE "C",
  why         TEXT COLLATE "C" CHECK (why IN ('OWNERLESS', 'SECOND', 'MISMATCHED', 'ACCEPTED')),
  payload     TEXT COLLATE "C",
  stated      SMALLINT         NOT NULL CHECK (stated IN (0, 1)),
  PRIMARY KEY (bot, id),
  FOREIGN KEY (bot, order_id) REFERENCES {orders} (bot, id),
  CHECK ((standing IN ('RETURNING', 'UNKNOWN')) = (refund IS NOT NULL)),
  CHECK (order_id IS NULL OR why IS NULL),
  CHECK ((why IS NULL) = (payload IS NULL))
);

CREATE UNIQUE INDEX {charge_order} ON {charge} (bot, order_id) WHERE order_id IS NOT NULL;
CREATE INDEX {charge_stray} ON {charge} (bot, booked_at) WHERE why IS NOT NULL;
CREATE INDEX {charge_unstated} ON {charge} (bot, standing, booked_at) WHERE stated = 0;
CREATE INDEX {charge_unknown} ON {charge} (bot, standing_at) WHERE standing = 'UNKNOWN';
CREATE INDEX {charge_paid} ON {charge} (bot, paid_at);

-- A chain for each bot: seq counts 1, 2, 3 … and hash seals a posting together with all before it
-- (see HashChain).
CREATE TABLE {posting} (
  bot          BIGINT           NOT NULL,
  seq          BIGINT           NOT NULL CHECK (seq > 0),
  source       TEXT COLLATE "C" NOT NULL,
  from_account TEXT COLLATE "C" NOT NULL,
  to_account   TEXT COLLATE "C" NOT NULL,
  nanostars    BIGINT           NOT NULL CHECK (nanostars > 0),
  booked_at    BIGINT           NOT NULL,
  hash         BYTEA            NOT NULL CHECK (octet_length(hash) = 32),
  PRIMARY KEY (bot, seq),
  CHECK (from_account <> to_account)
);

CREATE UNIQUE INDEX {posting_source} ON {posting} (bot, source);

-- What each account held once the posting of that number was booked: so that nobody adds up from the
-- first one. Nothing but a sum: what is removed of it is computed.
CREATE TABLE {balance} (
  bot       BIGINT           NOT NULL,
  seq       BIGINT           NOT NULL,
  account   TEXT COLLATE "C" NOT NULL,
  nanostars BIGINT           NOT NULL,
  PRIMARY KEY (bot, seq, account)
);

-- Telegram's statement, line by line. place: where it stands, unless another line stands there now.
CREATE TABLE {statement_line} (
  bot        BIGINT           NOT NULL,
  id         TEXT COLLATE "C" NOT NULL,
  way        TEXT COLLATE "C" NOT NULL CHECK (way IN ('CAME', 'WENT')),
  place      BIGINT CHECK (place >= 0),
  at         BIGINT           NOT NULL,
  nanostars  BIGINT           NOT NULL CHECK (nanostars >= 0),
  purpose    TEXT COLLATE "C" NOT NULL,
  party      BIGINT,
  payload    TEXT COLLATE "C",
  commission BIGINT           NOT NULL,
  withdrawal TEXT COLLATE "C" NOT NULL
    CHECK (withdrawal IN ('NONE', 'PENDING', 'SUCCEEDED', 'FAILED')),
  note       TEXT COLLATE "C" NOT NULL,
  kept_at    BIGINT           NOT NULL,
  PRIMARY KEY (bot, id, way)
);

CREATE UNIQUE INDEX {statement_line_place} ON {statement_line} (bot, place) WHERE place IS NOT NULL;
CREATE INDEX {statement_line_pending} ON {statement_line} (bot, place) WHERE withdrawal = 'PENDING';

-- How far it was read.
CREATE TABLE {statement} (
  bot     BIGINT NOT NULL PRIMARY KEY,
  lines   BIGINT NOT NULL CHECK (lines >= 0),
  read_to BIGINT
);

-- The history of an order, a charge or a link.
CREATE TABLE {event} (
  bot     BIGINT           NOT NULL,
  subject TEXT COLLATE "C" NOT NULL,
  seq     BIGINT           NOT NULL,
  at      BIGINT           NOT NULL,
  what    TEXT COLLATE "C" NOT NULL,
  state   TEXT COLLATE "C" NOT NULL,
  detail  TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (bot, subject, seq)
);

-- uncertain: a try may have reached the buyer although nobody confirmed it.
CREATE TABLE {outbox} (
  bot        BIGINT           NOT NULL,
  id         TEXT COLLATE "C" NOT NULL,
  kind       TEXT COLLATE "C" NOT NULL
    CHECK (kind IN ('SEND_INVOICE', 'HAND_OVER', 'REVOKE', 'REFUND', 'TELL_HELD')),
  order_id   TEXT COLLATE "C",
  position   BIGINT           NOT NULL,
  charge     TEXT COLLATE "C",
  refund     TEXT COLLATE "C",
  buyer      BIGINT           NOT NULL,
  state      TEXT COLLATE "C" NOT NULL
    CHECK (state IN ('WAITING', 'PARKED', 'SETTLED', 'WITHDRAWN', 'DEAD')),
  due_at     BIGINT           NOT NULL,
  leased     SMALLINT         NOT NULL CHECK (leased IN (0, 1)),
  uncertain  SMALLINT         NOT NULL CHECK (uncertain IN (0, 1)),
  attempt    INTEGER          NOT NULL,
  because    TEXT COLLATE "C" NOT NULL,
  written_at BIGINT           NOT NULL,
  changed_at BIGINT           NOT NULL,
  PRIMARY KEY (bot, id)
);

CREATE INDEX {outbox_due} ON {outbox} (bot, due_at, written_at) WHERE state = 'WAITING';
CREATE INDEX {outbox_parked} ON {outbox} (bot, buyer) WHERE state = 'PARKED';
CREATE INDEX {outbox_dead} ON {outbox} (bot, changed_at) WHERE state = 'DEAD';
CREATE UNIQUE INDEX {outbox_order} ON {outbox} (bot, order_id, position) WHERE order_id IS NOT NULL;

-- What may be forgotten; not that a buyer perhaps saw goods which were never confirmed.
CREATE INDEX {outbox_past} ON {outbox} (bot, changed_at)
  WHERE state IN ('SETTLED', 'WITHDRAWN') AND (kind <> 'HAND_OVER' OR uncertain = 0);

CREATE TABLE {code} (
  bot        BIGINT           NOT NULL,
  product    TEXT COLLATE "C" NOT NULL,
  code       TEXT COLLATE "C" NOT NULL,
  position   BIGINT           NOT NULL,
  state      TEXT COLLATE "C" NOT NULL CHECK (state IN ('FREE', 'HELD', 'SOLD', 'REVOKED')),
  order_id   TEXT COLLATE "C",
  changed_at BIGINT           NOT NULL,
  PRIMARY KEY (bot, product, code),
  CHECK ((state = 'FREE') = (order_id IS NULL))
);

CREATE INDEX {code_free} ON {code} (bot, product, position) WHERE state = 'FREE';
CREATE INDEX {code_position} ON {code} (bot, product, position);
CREATE UNIQUE INDEX {code_order} ON {code} (bot, order_id) WHERE state IN ('HELD', 'SOLD');

CREATE TABLE "{case}" (
  bot       BIGINT           NOT NULL,
  id        TEXT COLLATE "C" NOT NULL,
  subject   TEXT COLLATE "C" NOT NULL,
  reason    TEXT COLLATE "C" NOT NULL,
  order_id  TEXT COLLATE "C",
  charge    TEXT COLLATE "C",
  buyer     BIGINT,
  detail    TEXT COLLATE "C" NOT NULL,
  opened_at BIGINT           NOT NULL,
  closed_at BIGINT,
  how       TEXT COLLATE "C" NOT NULL DEFAULT '',
  PRIMARY KEY (bot, id)
);

CREATE UNIQUE INDEX {case_open} ON "{case}" (bot, subject, reason) WHERE closed_at IS NULL;
CREATE INDEX {case_since} ON "{case}" (bot, opened_at) WHERE closed_at IS NULL;
CREATE INDEX {case_order} ON "{case}" (bot, order_id) WHERE closed_at IS NULL;
CREATE INDEX {case_charge} ON "{case}" (bot, charge, reason) WHERE charge IS NOT NULL;

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
         ELSE substr(source, strpos(source, ':') + 1)
       END AS cause,
       CASE
         WHEN source LIKE 'line:%' THEN substr(source, length('line:') + 1, 4)
         WHEN source LIKE 'commission:%' THEN substr(source, length('commission:') + 1, 4)
         WHEN source LIKE 'charge:%' THEN 'CAME'
         WHEN source LIKE 'refund:%' THEN 'WENT'
       END AS way
FROM {posting};

-- What is only ever added to.
CREATE FUNCTION {startill_refuse}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER {terms_keep} BEFORE UPDATE ON {terms}
FOR EACH ROW EXECUTE FUNCTION {startill_refuse}('terms are never edited');
CREATE TRIGGER {terms_stay} BEFORE DELETE ON {terms}
FOR EACH ROW EXECUTE FUNCTION {startill_refuse}('terms are never removed');
CREATE TRIGGER {terms_full} BEFORE TRUNCATE ON {terms}
EXECUTE FUNCTION {startill_refuse}('terms are never removed');

CREATE TRIGGER {posting_keep} BEFORE UPDATE ON {posting}
FOR EACH ROW EXECUTE FUNCTION {startill_refuse}('a posting is never edited: reverse it');
CREATE TRIGGER {posting_stay} BEFORE DELETE ON {posting}
FOR EACH ROW EXECUTE FUNCTION {startill_refuse}('a posting is never removed: reverse it');
CREATE TRIGGER {posting_full} BEFORE TRUNCATE ON {posting}
EXECUTE FUNCTION {startill_refuse}('a posting is never removed: reverse it');

CREATE TRIGGER {balance_keep} BEFORE UPDATE ON {balance}
FOR EACH ROW EXECUTE FUNCTION {startill_refuse}('a sum is never edited: remove it, and it is computed');

CREATE TRIGGER {event_keep} BEFORE UPDATE ON {event}
FOR EACH ROW EXECUTE FUNCTION {startill_refuse}('history is never edited');
CREATE TRIGGER {event_stay} BEFORE DELETE ON {event}
FOR EACH ROW EXECUTE FUNCTION {startill_refuse}('history is never removed');
CREATE TRIGGER {event_full} BEFORE TRUNCATE ON {event}
EXECUTE FUNCTION {startill_refuse}('history is never removed');

CREATE TRIGGER {charge_stay} BEFORE DELETE ON {charge}
FOR EACH ROW EXECUTE FUNCTION {startill_refuse}('a charge is never removed');
CREATE TRIGGER {charge_full} BEFORE TRUNCATE ON {charge}
EXECUTE FUNCTION {startill_refuse}('a charge is never removed');
CREATE TRIGGER {charge_keep}
BEFORE UPDATE OF bot, id, order_id, buyer, amount, paid_at, booked_at, payload ON {charge}
FOR EACH ROW EXECUTE FUNCTION
  {startill_refuse}('who paid a charge, when, what for and how much, is never edited');
CREATE TRIGGER {charge_stated} BEFORE UPDATE OF stated ON {charge}
FOR EACH ROW WHEN (new.stated < old.stated) EXECUTE FUNCTION
  {startill_refuse}('what the statement told of is never untold');

CREATE TRIGGER {statement_line_stay} BEFORE DELETE ON {statement_line}
FOR EACH ROW EXECUTE FUNCTION {startill_refuse}('a line of the statement is never removed');
CREATE TRIGGER {statement_line_full} BEFORE TRUNCATE ON {statement_line}
EXECUTE FUNCTION {startill_refuse}('a line of the statement is never removed');
CREATE TRIGGER {statement_line_keep}
BEFORE UPDATE OF bot, id, way, at, nanostars, purpose, party, payload, commission, note, kept_at
ON {statement_line}
FOR EACH ROW EXECUTE FUNCTION {startill_refuse}('a line of the statement is never edited');

CREATE TRIGGER {case_stay} BEFORE DELETE ON "{case}"
FOR EACH ROW EXECUTE FUNCTION {startill_refuse}('a case is never removed');
CREATE TRIGGER {case_full} BEFORE TRUNCATE ON "{case}"
EXECUTE FUNCTION {startill_refuse}('a case is never removed');

CREATE TRIGGER {code_stay} BEFORE DELETE ON {code}
FOR EACH ROW WHEN (old.state IN ('SOLD', 'REVOKED')) EXECUTE FUNCTION
  {startill_refuse}('a sold code is never removed');
CREATE TRIGGER {code_full} BEFORE TRUNCATE ON {code}
EXECUTE FUNCTION {startill_refuse}('a sold code is never removed');
CREATE TRIGGER {code_revoked} BEFORE UPDATE ON {code}
FOR EACH ROW WHEN (old.state = 'REVOKED') EXECUTE FUNCTION
  {startill_refuse}('a code that was taken back is never sold again');
