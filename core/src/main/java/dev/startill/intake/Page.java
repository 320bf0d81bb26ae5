package dev.startill.intake;

import dev.startill.port.Cursor;
import dev.startill.port.StatementLine;
import java.util.List;

/**
 * A part of Telegram's statement and what it means: one unit of work takes it in whole. Immutable.
 *
 * @param read how far the statement was read when this was asked for; if somebody else has read on
 *     since, nothing of it is taken in
 * @param from the place of its first line
 * @param lines as Telegram gave them, oldest first
 * @param meanings what each of them means
 * @param next where reading goes on
 */
public record Page(
    Cursor read, long from, List<StatementLine> lines, List<Meaning> meanings, Cursor next) {
  public Page {
    lines = List.copyOf(lines);
    meanings = List.copyOf(meanings);
  }
}
