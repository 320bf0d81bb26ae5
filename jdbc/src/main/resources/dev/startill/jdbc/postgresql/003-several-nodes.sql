-- Who does what one node at a time does for all; nobody, where there is no holder. A row stays, for
-- its token grows with every change of holder and must not begin anew. ends_at is this server's time.
CREATE TABLE {lease} (
  bot     BIGINT           NOT NULL,
  duty    TEXT COLLATE "C" NOT NULL CHECK (duty IN ('POLLER', 'ROUNDS')),
  holder  TEXT COLLATE "C",
  token   BIGINT           NOT NULL CHECK (token >= 0),
  ends_at BIGINT           NOT NULL,
  PRIMARY KEY (bot, duty)
);

CREATE TRIGGER {lease_stay} BEFORE DELETE ON {lease}
FOR EACH ROW EXECUTE FUNCTION
  {startill_refuse}('a lease is never removed: its token would begin anew');
CREATE TRIGGER {lease_full} BEFORE TRUNCATE ON {lease}
EXECUTE FUNCTION {startill_refuse}('a lease is never removed: its token would begin anew');
CREATE TRIGGER {lease_grow} BEFORE UPDATE OF token ON {lease}
FOR EACH ROW WHEN (new.token < old.token) EXECUTE FUNCTION
  {startill_refuse}('the token of a lease never shrinks');
