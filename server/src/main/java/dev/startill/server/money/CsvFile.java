package dev.startill.server.money;

import dev.startill.port.Archive;
import dev.startill.report.Csv;
import dev.startill.report.Export;
import dev.startill.report.ExportRow;
import dev.startill.report.Period;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.function.LongConsumer;

/** Every movement of Stars in a period, as CSV: row by row, in constant memory. */
public final class CsvFile {
  private CsvFile() {}

  /**
   * Writes it.
   *
   * @param progress is told the number of each posting that was looked at
   * @return how many rows there are below the head
   */
  public static long write(Archive archive, Period period, Writer writer, LongConsumer progress)
      throws IOException {
    writer.write(Csv.line(ExportRow.COLUMNS));
    try {
      return Export.of(archive, period.from(), period.to(), row -> write(row, writer), progress);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void write(ExportRow row, Writer writer) {
    try {
      writer.write(Csv.line(row.fields()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
