-- How long a buyer has a right to what was sold, in seconds; NULL for ever.
ALTER TABLE {terms} ADD COLUMN lasts INTEGER CHECK (lasts > 0);

-- An order with its terms and its charge.
DROP VIEW {whole_order};
CREATE VIEW {whole_order} AS
SELECT o.bot, o.id, o.state, o.product, o.owner, o.valid_until, o.link, o.buyer, o.checkout,
       o.held_until, o.goods, o.ends_at, o.opened_at, o.changed_at,
       t.title, t.description, t.price, t.delivery, t.goods AS given,
       c.id AS charge, c.buyer AS payer, c.amount, c.paid_at, c.standing, c.refund, t.lasts
FROM {orders} o
JOIN {terms} t ON t.bot = o.bot AND t.hash = o.terms
LEFT JOIN {charge} c ON c.bot = o.bot AND c.id = o.charge;

-- What a buyer has is asked at every command that is not for all.
CREATE INDEX {charge_buyer} ON {charge} (bot, buyer, paid_at) WHERE order_id IS NOT NULL;

-- What a planner should expect: see the first script.
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES ('{charge}', '{charge_buyer}', '1000000 1000000 2 1');
ANALYZE sqlite_schema;
