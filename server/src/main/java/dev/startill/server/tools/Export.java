package dev.startill.server.tools;

import dev.startill.report.Period;
import dev.startill.server.cli.Options;
import dev.startill.server.cli.Options.UsageException;
import dev.startill.server.cli.Progress;
import dev.startill.server.money.CsvFile;
import dev.startill.server.money.Days;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Set;

/** {@code export}: every movement of Stars into the bot's hands and out of them, as CSV. */
final class Export {
  static final Tool TOOL =
      new Tool("export", Set.of("--from", "--to", "--out"), Set.of(), 0, Export::run);

  private Export() {}

  private static int run(Call call) {
    var out = call.options().value("--out", Path::of);
    if (call.isForMachine() && out.isEmpty()) {
      throw new UsageException(
          "--json tells of a file: name one with --out, or leave --json away.");
    }
    try (var office = Office.open(call.config())) {
      var days = days(call, office);
      if (out.isEmpty()) {
        return toConsole(call, office, days);
      }
      return toFile(call, office, days, out.get());
    } catch (IOException e) {
      call.console()
          .note(
              "%s cannot be written (%s). Name another file with --out, or make room."
                  .formatted(out.map(Path::toString).orElse("It"), e.getMessage()));
      return Tool.REFUSED;
    }
  }

  /** Nothing is said of its progress: rows and a moving line would be mixed on a terminal. */
  private static int toConsole(Call call, Office office, Days days) throws IOException {
    var writer = new OutputStreamWriter(call.console().out(), StandardCharsets.UTF_8);
    CsvFile.write(office.archive(), period(office, days), writer, looked -> {});
    writer.flush();
    return Tool.DONE;
  }

  /** Under another name until it is whole: half a file looks like a quiet month. */
  private static int toFile(Call call, Office office, Days days, Path file) throws IOException {
    var half = file.resolveSibling(file.getFileName() + ".part");
    long rows;
    try (var writer = Files.newBufferedWriter(half)) {
      rows = write(call, office, days, writer);
    }
    Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
    var words = (rows == 1 ? "1 row is in %2$s." : "%1$d rows are in %2$s.").formatted(rows, file);
    call.answer(words, Map.of("rows", rows, "file", file.toString()));
    return Tool.DONE;
  }

  private static long write(Call call, Office office, Days days, Writer writer) throws IOException {
    try (var progress = progress(call, office)) {
      return CsvFile.write(office.archive(), period(office, days), writer, progress::at);
    }
  }

  private static Period period(Office office, Days days) {
    return days.period(office.clock().instant());
  }

  private static Progress progress(Call call, Office office) {
    return call.progress("Going through the books", "postings")
        .outOf(office.archive().read(books -> books.size().postings()));
  }

  private static Days days(Call call, Office office) {
    var from = call.options().day("--from");
    var to = call.options().day("--to");
    return Options.fitting(() -> Days.ofAll(from, to, office.clock().instant()));
  }
}
