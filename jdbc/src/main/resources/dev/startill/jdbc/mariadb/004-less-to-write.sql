-- Made anew, with how often another connection than the last one wrote for a bot: one that finds its own
-- count knows that nobody else wrote since, and need not read again what it wrote. A node of an
-- earlier version would not count: it finds no row of its bot any more, and writes nothing until it is
-- started anew.
DROP TABLE IF EXISTS {writer};
CREATE TABLE {writer} (
  bot       BIGINT NOT NULL PRIMARY KEY,
  takeovers BIGINT NOT NULL DEFAULT 0
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
