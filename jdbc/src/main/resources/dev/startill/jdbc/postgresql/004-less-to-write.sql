-- Which connection wrote for a bot last, and how often another one followed it: a node that finds
-- itself here knows that nobody else wrote since, and need not read again what it wrote.
ALTER TABLE writer
  ADD COLUMN holder    TEXT COLLATE "C" NOT NULL DEFAULT '',
  ADD COLUMN takeovers BIGINT           NOT NULL DEFAULT 0;
