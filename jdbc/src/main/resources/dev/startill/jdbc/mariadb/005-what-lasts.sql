-- A node of an earlier version would not know what lasts: its batches begin with a table that is gone,
-- so it writes nothing until it is started anew.
DROP TABLE IF EXISTS {writer};

-- How long a buyer has a right to what was sold, in seconds; NULL for ever. A change of the schema
-- commits by itself here, so that a step may find itself half taken.
SET @step = (
  SELECT CASE COUNT(*)
           WHEN 0 THEN 'ALTER TABLE {terms} ADD COLUMN lasts BIGINT CHECK (lasts > 0)' ELSE 'DO 0' END
  FROM information_schema.columns
  WHERE table_schema = DATABASE() AND table_name = '{terms}' AND column_name = 'lasts');
PREPARE step FROM @step;
EXECUTE step;
DEALLOCATE PREPARE step;

-- An order with its terms and its charge.
CREATE OR REPLACE SQL SECURITY INVOKER VIEW {whole_order} AS
SELECT o.bot, o.id, o.state, o.product, o.owner, o.valid_until, o.link, o.buyer, o.checkout,
       o.held_until, o.goods, o.ends_at, o.opened_at, o.changed_at,
       t.title, t.description, t.price, t.delivery, t.goods AS given,
       c.id AS charge, c.buyer AS payer, c.amount, c.paid_at, c.standing, c.refund, t.lasts
FROM {orders} o
JOIN {terms} t ON t.bot = o.bot AND t.hash = o.terms
LEFT JOIN {charge} c ON c.bot = o.bot AND c.id = o.charge;

-- What a buyer has is asked at every command that is not for all.
SET @step = (
  SELECT CASE COUNT(*)
           WHEN 0 THEN 'CREATE INDEX {charge_buyer} ON {charge} (bot, buyer, paid_at)' ELSE 'DO 0' END
  FROM information_schema.statistics
  WHERE table_schema = DATABASE() AND table_name = '{charge}' AND index_name = '{charge_buyer}');
PREPARE step FROM @step;
EXECUTE step;
DEALLOCATE PREPARE step;

-- What batches of this version begin with.
CREATE TABLE IF NOT EXISTS {bot_writer} (
  bot       BIGINT NOT NULL PRIMARY KEY,
  takeovers BIGINT NOT NULL DEFAULT 0
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
