-- For MariaDB 10.11 and MySQL 8, all that the first two steps of the schema bring. Every key starts
-- with the bot. Times are UTC epoch microseconds, amounts are nanostars.
--
-- A change of the schema ends the transaction here, so that a step may die in its middle. Each
-- statement can be said again, and a step that died is taken again from its beginning.
--
-- Our ids are ASCII; Telegram's are kept as the bytes of their UTF-8, for a key has no room for as
-- many characters; what people write is utf8mb4, and never a key. An index cannot leave rows out: where
-- rows are to be left out, a column of its own is NULL in them.

-- What orders and links promise, once for all that promise the same. Never edited.
CREATE TABLE IF NOT EXISTS {terms} (
  bot         BIGINT       NOT NULL,
  hash        BINARY(32)   NOT NULL,
  product     VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  title       TEXT         NOT NULL,
  description TEXT         NOT NULL,
  price       BIGINT       NOT NULL CHECK (price > 0),
  delivery    VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    CHECK (delivery IN ('TEXT', 'FILE', 'CODE', 'HANDLER')),
  goods       MEDIUMTEXT   NOT NULL,
  PRIMARY KEY (bot, hash)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS {link} (
  bot         BIGINT      NOT NULL,
  id          VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  terms       BINARY(32)  NOT NULL,
  owner       BIGINT,
  valid_until BIGINT      NOT NULL,
  closed      TINYINT     NOT NULL CHECK (closed IN (0, 1)),
  opened_at   BIGINT      NOT NULL,
  changed_at  BIGINT      NOT NULL,
  PRIMARY KEY (bot, id),
  CONSTRAINT {link_promises} FOREIGN KEY (bot, terms) REFERENCES {terms} (bot, hash)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- ends_at is when the clock has to look at it: the end of the hold, or of the validity.
-- A buyer has one open order of a product, off any link, beside those about to be paid.
CREATE TABLE IF NOT EXISTS {orders} (
  bot         BIGINT        NOT NULL,
  id          VARCHAR(64)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  state       VARCHAR(16)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    CHECK (state IN ('OPEN', 'APPROVED', 'EXPIRED', 'PAID')),
  terms       BINARY(32)    NOT NULL,
  product     VARCHAR(64)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  owner       BIGINT,
  valid_until BIGINT        NOT NULL,
  link        VARCHAR(64)   CHARACTER SET ascii COLLATE ascii_bin,
  buyer       BIGINT,
  checkout    VARCHAR(64)   CHARACTER SET ascii COLLATE ascii_bin,
  held_until  BIGINT,
  charge      VARBINARY(2048),
  goods       VARCHAR(16)   CHARACTER SET ascii COLLATE ascii_bin
    CHECK (goods IN ('OWED', 'HANDED_OVER', 'FAILED', 'REVOKED')),
  ends_at     BIGINT,
  opened_at   BIGINT        NOT NULL,
  changed_at  BIGINT        NOT NULL,
  is_open     TINYINT AS (CASE WHEN link IS NULL AND state = 'OPEN' THEN 1 END) STORED,
  PRIMARY KEY (bot, id),
  UNIQUE KEY orders_open (bot, owner, product, is_open),
  KEY orders_unpaid (bot, owner, product, state),
  KEY orders_approved (bot, link, buyer, opened_at),
  KEY orders_ending (bot, state, ends_at),
  CONSTRAINT {orders_promise} FOREIGN KEY (bot, terms) REFERENCES {terms} (bot, hash),
  CONSTRAINT {orders_follow} FOREIGN KEY (bot, link) REFERENCES {link} (bot, id),
  CHECK ((state = 'APPROVED') = (buyer IS NOT NULL)),
  CHECK ((state = 'APPROVED') = (checkout IS NOT NULL)),
  CHECK ((state = 'APPROVED') = (held_until IS NOT NULL)),
  CHECK ((state = 'PAID') = (charge IS NOT NULL)),
  CHECK ((state = 'PAID') = (goods IS NOT NULL)),
  CHECK ((state IN ('OPEN', 'APPROVED')) = (ends_at IS NOT NULL))
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Stars that arrived: of an order, or stray (why, payload).
-- standing_at: when the standing last changed. stated: a kept line of the statement tells of it.
CREATE TABLE IF NOT EXISTS {charge} (
  bot         BIGINT        NOT NULL,
  id          VARBINARY(2048) NOT NULL,
  order_id    VARCHAR(64)   CHARACTER SET ascii COLLATE ascii_bin,
  buyer       BIGINT        NOT NULL,
  amount      BIGINT        NOT NULL CHECK (amount > 0),
  paid_at     BIGINT        NOT NULL,
  booked_at   BIGINT        NOT NULL,
  standing    VARCHAR(16)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    CHECK (standing IN ('KEPT', 'RETURNING', 'UNKNOWN', 'RETURNED', 'TAKEN_BACK', 'MISSING')),
  standing_at BIGINT        NOT NULL,
  refund      VARCHAR(64)   CHARACTER SET ascii COLLATE ascii_bin,
  why         VARCHAR(16)   CHARACTER SET ascii COLLATE ascii_bin
    CHECK (why IN ('OWNERLESS', 'SECOND', 'MISMATCHED', 'ACCEPTED')),
  payload     TEXT,
  stated      TINYINT       NOT NULL CHECK (stated IN (0, 1)),
  PRIMARY KEY (bot, id),
  UNIQUE KEY charge_order (bot, order_id),
  KEY charge_stray (bot, why, booked_at),
  KEY charge_unstated (bot, stated, standing, booked_at),
  KEY charge_unknown (bot, standing, standing_at),
  KEY charge_paid (bot, paid_at),
  CONSTRAINT {charge_pays} FOREIGN KEY (bot, order_id) REFERENCES {orders} (bot, id),
  CHECK ((standing IN ('RETURNING', 'UNKNOWN')) = (refund IS NOT NULL)),
  CHECK (order_id IS NULL OR why IS NULL),
  CHECK ((why IS NULL) = (payload IS NULL))
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- A chain for each bot: seq counts 1, 2, 3 … and hash seals a posting together with all before it.
CREATE TABLE IF NOT EXISTS {posting} (
  bot          BIGINT        NOT NULL,
  seq          BIGINT        NOT NULL CHECK (seq > 0),
  source       VARBINARY(2100) NOT NULL,
  from_account VARCHAR(32)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  to_account   VARCHAR(32)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  nanostars    BIGINT        NOT NULL CHECK (nanostars > 0),
  booked_at    BIGINT        NOT NULL,
  hash         BINARY(32)    NOT NULL,
  PRIMARY KEY (bot, seq),
  UNIQUE KEY posting_source (bot, source),
  CHECK (from_account <> to_account)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What each account held once the posting of that number was booked: so that nobody adds up from the
-- first one. Nothing but a sum: what is removed of it is computed.
CREATE TABLE IF NOT EXISTS {balance} (
  bot       BIGINT      NOT NULL,
  seq       BIGINT      NOT NULL,
  account   VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  nanostars BIGINT      NOT NULL,
  PRIMARY KEY (bot, seq, account)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The history of an order, a charge or a link.
CREATE TABLE IF NOT EXISTS {event} (
  bot     BIGINT        NOT NULL,
  subject VARBINARY(2048) NOT NULL,
  seq     BIGINT        NOT NULL,
  at      BIGINT        NOT NULL,
  what    VARCHAR(64)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  state   VARCHAR(64)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  detail  MEDIUMTEXT    NOT NULL,
  PRIMARY KEY (bot, subject, seq)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- uncertain: a try may have reached the buyer although nobody confirmed it.
-- is_past: what may be forgotten; not that a buyer perhaps saw goods which were never confirmed.
CREATE TABLE IF NOT EXISTS {outbox} (
  bot        BIGINT        NOT NULL,
  id         VARCHAR(64)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kind       VARCHAR(16)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    CHECK (kind IN ('SEND_INVOICE', 'HAND_OVER', 'REVOKE', 'REFUND', 'TELL_HELD')),
  order_id   VARCHAR(64)   CHARACTER SET ascii COLLATE ascii_bin,
  position   BIGINT        NOT NULL,
  charge     VARBINARY(2048),
  refund     VARCHAR(64)   CHARACTER SET ascii COLLATE ascii_bin,
  buyer      BIGINT        NOT NULL,
  state      VARCHAR(16)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    CHECK (state IN ('WAITING', 'PARKED', 'SETTLED', 'WITHDRAWN', 'DEAD')),
  due_at     BIGINT        NOT NULL,
  leased     TINYINT       NOT NULL CHECK (leased IN (0, 1)),
  uncertain  TINYINT       NOT NULL CHECK (uncertain IN (0, 1)),
  attempt    INT           NOT NULL,
  because    MEDIUMTEXT    NOT NULL,
  written_at BIGINT        NOT NULL,
  changed_at BIGINT        NOT NULL,
  parked_for BIGINT  AS (CASE WHEN state = 'PARKED' THEN buyer END) STORED,
  is_past    TINYINT AS (CASE WHEN state IN ('SETTLED', 'WITHDRAWN')
    AND (kind <> 'HAND_OVER' OR uncertain = 0) THEN 1 END) STORED,
  PRIMARY KEY (bot, id),
  UNIQUE KEY outbox_order (bot, order_id, position),
  KEY outbox_due (bot, state, due_at, written_at),
  KEY outbox_parked (bot, parked_for),
  KEY outbox_past (bot, is_past, changed_at)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- A code is as long as a message, and no key is: its seal stands for it.
CREATE TABLE IF NOT EXISTS {code} (
  bot        BIGINT      NOT NULL,
  product    VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  code       TEXT        NOT NULL,
  position   BIGINT      NOT NULL,
  state      VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    CHECK (state IN ('FREE', 'HELD', 'SOLD', 'REVOKED')),
  order_id   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin,
  changed_at BIGINT      NOT NULL,
  seal       BINARY(32) AS (UNHEX(SHA2(code, 256))) STORED,
  holder     VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin
    AS (CASE WHEN state IN ('HELD', 'SOLD') THEN order_id END) STORED,
  PRIMARY KEY (bot, product, position),
  UNIQUE KEY code_code (bot, product, seal),
  UNIQUE KEY code_order (bot, holder),
  KEY code_free (bot, product, state, position),
  CHECK ((state = 'FREE') = (order_id IS NULL))
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS `{case}` (
  bot       BIGINT        NOT NULL,
  id        VARCHAR(64)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject   VARBINARY(2048) NOT NULL,
  reason    VARCHAR(64)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  order_id  VARCHAR(64)   CHARACTER SET ascii COLLATE ascii_bin,
  charge    VARBINARY(2048),
  buyer     BIGINT,
  detail    MEDIUMTEXT    NOT NULL,
  opened_at BIGINT        NOT NULL,
  closed_at BIGINT,
  how       MEDIUMTEXT    NOT NULL,
  is_open   TINYINT AS (CASE WHEN closed_at IS NULL THEN 1 END) STORED,
  PRIMARY KEY (bot, id),
  UNIQUE KEY case_open (bot, subject, reason, is_open),
  KEY case_since (bot, closed_at, opened_at),
  KEY case_order (bot, order_id),
  KEY case_charge (bot, charge, reason)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Telegram's statement, line by line. place: where it stands, unless another line stands there now.
CREATE TABLE IF NOT EXISTS {statement_line} (
  bot        BIGINT        NOT NULL,
  id         VARBINARY(2048) NOT NULL,
  way        VARCHAR(4)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    CHECK (way IN ('CAME', 'WENT')),
  place      BIGINT        CHECK (place >= 0),
  at         BIGINT        NOT NULL,
  nanostars  BIGINT        NOT NULL CHECK (nanostars >= 0),
  purpose    VARCHAR(32)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  party      BIGINT,
  payload    TEXT,
  commission BIGINT        NOT NULL,
  withdrawal VARCHAR(16)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    CHECK (withdrawal IN ('NONE', 'PENDING', 'SUCCEEDED', 'FAILED')),
  note       MEDIUMTEXT    NOT NULL,
  kept_at    BIGINT        NOT NULL,
  PRIMARY KEY (bot, id, way),
  UNIQUE KEY statement_line_place (bot, place),
  KEY statement_line_pending (bot, withdrawal, place)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- How far it was read.
CREATE TABLE IF NOT EXISTS {statement} (
  bot     BIGINT NOT NULL PRIMARY KEY,
  `lines` BIGINT NOT NULL CHECK (`lines` >= 0),
  read_to BIGINT
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- A row for each bot: whoever has it locked is the one that writes for that bot.
CREATE TABLE IF NOT EXISTS {writer} (
  bot BIGINT NOT NULL PRIMARY KEY
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- An order with its terms and its charge.
CREATE OR REPLACE SQL SECURITY INVOKER VIEW {whole_order} AS
SELECT o.bot, o.id, o.state, o.product, o.owner, o.valid_until, o.link, o.buyer, o.checkout,
       o.held_until, o.goods, o.ends_at, o.opened_at, o.changed_at,
       t.title, t.description, t.price, t.delivery, t.goods AS given,
       c.id AS charge, c.buyer AS payer, c.amount, c.paid_at, c.standing, c.refund
FROM {orders} o
JOIN {terms} t ON t.bot = o.bot AND t.hash = o.terms
LEFT JOIN {charge} c ON c.bot = o.bot AND c.id = o.charge;

-- A posting and what its source names: an id, and of the statement's lines which way they went.
CREATE OR REPLACE SQL SECURITY INVOKER VIEW {movement} AS
SELECT bot, seq, source, from_account, to_account, nanostars, booked_at, hash,
       CASE
         WHEN source LIKE 'line:%' THEN SUBSTR(source, LENGTH('line:CAME:') + 1)
         WHEN source LIKE 'commission:%' THEN SUBSTR(source, LENGTH('commission:CAME:') + 1)
         ELSE SUBSTR(source, INSTR(source, ':') + 1)
       END AS cause,
       CASE
         WHEN source LIKE 'line:%' THEN SUBSTR(source, LENGTH('line:') + 1, 4)
         WHEN source LIKE 'commission:%' THEN SUBSTR(source, LENGTH('commission:') + 1, 4)
         WHEN source LIKE 'charge:%' THEN 'CAME'
         WHEN source LIKE 'refund:%' THEN 'WENT'
       END AS way
FROM {posting};

-- What is only ever added to.
DROP TRIGGER IF EXISTS {terms_keep};
CREATE TRIGGER {terms_keep} BEFORE UPDATE ON {terms} FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'terms are never edited';
DROP TRIGGER IF EXISTS {terms_stay};
CREATE TRIGGER {terms_stay} BEFORE DELETE ON {terms} FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'terms are never removed';
DROP TRIGGER IF EXISTS {posting_keep};
CREATE TRIGGER {posting_keep} BEFORE UPDATE ON {posting} FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a posting is never edited: reverse it';
DROP TRIGGER IF EXISTS {posting_stay};
CREATE TRIGGER {posting_stay} BEFORE DELETE ON {posting} FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a posting is never removed: reverse it';
DROP TRIGGER IF EXISTS {balance_keep};
-- After, not before: with a trigger before an update some releases (11.4.5 is one) find NULL in what
-- INSERT ... SELECT adds. The update is taken back all the same.
CREATE TRIGGER {balance_keep} AFTER UPDATE ON {balance} FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a sum is never edited: remove it, and it is computed';
DROP TRIGGER IF EXISTS {event_keep};
CREATE TRIGGER {event_keep} BEFORE UPDATE ON {event} FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'history is never edited';
DROP TRIGGER IF EXISTS {event_stay};
CREATE TRIGGER {event_stay} BEFORE DELETE ON {event} FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'history is never removed';
DROP TRIGGER IF EXISTS {charge_stay};
CREATE TRIGGER {charge_stay} BEFORE DELETE ON {charge} FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a charge is never removed';
DROP TRIGGER IF EXISTS {charge_keep};
CREATE TRIGGER {charge_keep} BEFORE UPDATE ON {charge} FOR EACH ROW
  IF NOT (new.bot <=> old.bot AND new.id <=> old.id AND new.order_id <=> old.order_id
      AND new.buyer <=> old.buyer AND new.amount <=> old.amount AND new.paid_at <=> old.paid_at
      AND new.booked_at <=> old.booked_at AND new.payload <=> old.payload) THEN
    SIGNAL SQLSTATE '45000'
      SET MESSAGE_TEXT = 'who paid a charge, when, what for and how much, is never edited';
  ELSEIF new.stated < old.stated THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'what the statement told of is never untold';
  END IF;
DROP TRIGGER IF EXISTS {statement_line_stay};
CREATE TRIGGER {statement_line_stay} BEFORE DELETE ON {statement_line} FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a line of the statement is never removed';
DROP TRIGGER IF EXISTS {statement_line_keep};
CREATE TRIGGER {statement_line_keep} BEFORE UPDATE ON {statement_line} FOR EACH ROW
  IF NOT (new.bot <=> old.bot AND new.id <=> old.id AND new.way <=> old.way AND new.at <=> old.at
      AND new.nanostars <=> old.nanostars AND new.purpose <=> old.purpose
      AND new.party <=> old.party AND new.payload <=> old.payload
      AND new.commission <=> old.commission AND new.note <=> old.note
      AND new.kept_at <=> old.kept_at) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a line of the statement is never edited';
  END IF;
DROP TRIGGER IF EXISTS {case_stay};
CREATE TRIGGER {case_stay} BEFORE DELETE ON `{case}` FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a case is never removed';
DROP TRIGGER IF EXISTS {code_stay};
CREATE TRIGGER {code_stay} BEFORE DELETE ON {code} FOR EACH ROW
  IF old.state IN ('SOLD', 'REVOKED') THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a sold code is never removed';
  END IF;
DROP TRIGGER IF EXISTS {code_revoked};
CREATE TRIGGER {code_revoked} BEFORE UPDATE ON {code} FOR EACH ROW
  IF old.state = 'REVOKED' THEN
    SIGNAL SQLSTATE '45000'
      SET MESSAGE_TEXT = 'a code that was taken back is never sold again';
  END IF;
