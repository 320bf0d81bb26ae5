-- Who does what one node at a time does for all; nobody, where there is no holder. A row stays, for
-- its token grows with every change of holder and must not begin anew.
CREATE TABLE {lease} (
  bot     INTEGER NOT NULL,
  duty    TEXT    NOT NULL CHECK (duty IN ('POLLER', 'ROUNDS')),
  holder  TEXT,
  token   INTEGER NOT NULL CHECK (token >= 0),
  ends_at INTEGER NOT NULL,
  PRIMARY KEY (bot, duty)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER {lease_stay} BEFORE DELETE ON {lease}
BEGIN SELECT RAISE(ABORT, 'a lease is never removed: its token would begin anew'); END;
CREATE TRIGGER {lease_grow} BEFORE UPDATE OF token ON {lease} WHEN new.token < old.token
BEGIN SELECT RAISE(ABORT, 'the token of a lease never shrinks'); END;

-- What a planner should expect: see the first script.
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES ('{lease}', '{lease}', '2 2 1');
ANALYZE sqlite_schema;
