-- How often another connection than the last one wrote for a bot: one that finds its own count knows
-- that nobody else wrote since, and need not read again what it wrote.
ALTER TABLE writer ADD COLUMN IF NOT EXISTS takeovers BIGINT NOT NULL DEFAULT 0;
