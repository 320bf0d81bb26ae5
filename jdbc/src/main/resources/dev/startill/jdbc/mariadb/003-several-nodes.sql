-- Who does what one node at a time does for all; nobody, where there is no holder. A row stays, for
-- its token grows with every change of holder and must not begin anew. ends_at is this server's time.
CREATE TABLE IF NOT EXISTS {lease} (
  bot     BIGINT       NOT NULL,
  duty    VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    CHECK (duty IN ('POLLER', 'ROUNDS')),
  holder  VARCHAR(255),
  token   BIGINT       NOT NULL CHECK (token >= 0),
  ends_at BIGINT       NOT NULL,
  PRIMARY KEY (bot, duty)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

DROP TRIGGER IF EXISTS {lease_stay};
CREATE TRIGGER {lease_stay} BEFORE DELETE ON {lease} FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a lease is never removed: its token would begin anew';
DROP TRIGGER IF EXISTS {lease_grow};
CREATE TRIGGER {lease_grow} BEFORE UPDATE ON {lease} FOR EACH ROW
  IF new.token < old.token THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the token of a lease never shrinks';
  END IF;
