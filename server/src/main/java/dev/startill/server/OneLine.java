package dev.startill.server;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/** The form of the log: {@code 2026-11-22T22:31:05.123Z WARN Intake what happened}. */
final class OneLine extends Formatter {
  @Override
  public String format(LogRecord record) {
    var line = new StringBuilder(128);
    line.append(time(record.getInstant())).append(' ').append(level(record.getLevel()));
    line.append(' ').append(simpleName(String.valueOf(record.getLoggerName()))).append(' ');
    appendOneLine(line, formatMessage(record));
    for (var e = record.getThrown(); e != null; e = e.getCause()) {
      line.append(" | ");
      appendOneLine(line, e.toString());
      if (e.getStackTrace().length > 0) {
        line.append(" at ").append(e.getStackTrace()[0]);
      }
    }
    return line.append('\n').toString();
  }

  private static String time(Instant moment) {
    var text = moment.truncatedTo(ChronoUnit.MILLIS).toString();
    return text.length() == 24 ? text : text.replace("Z", ".000Z");
  }

  private static String level(Level level) {
    if (level.intValue() >= Level.SEVERE.intValue()) {
      return "ERROR";
    }
    return level.intValue() >= Level.WARNING.intValue() ? "WARN " : "INFO ";
  }

  private static String simpleName(String logger) {
    return logger.substring(logger.lastIndexOf('.') + 1);
  }

  /** Strangers' words must not look like lines of ours. */
  private static void appendOneLine(StringBuilder line, String text) {
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      line.append(Character.isISOControl(c) ? ' ' : c);
    }
  }
}
