package dev.startill.server;

import java.time.Instant;
import java.time.temporal.ChronoField;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * The form of the log: {@code 2026-11-22T22:31:05.123Z WARN Intake what happened}. Threads share
 * it.
 */
final class OneLine extends Formatter {
  private volatile Second second = new Second(0);

  @Override
  public String format(LogRecord record) {
    var message = formatMessage(record);
    var line = new StringBuilder(64 + message.length());
    appendTime(line, record.getInstant());
    line.append(' ').append(level(record.getLevel()));
    line.append(' ').append(simpleName(String.valueOf(record.getLoggerName()))).append(' ');
    appendOneLine(line, message);
    for (var e = record.getThrown(); e != null; e = e.getCause()) {
      line.append(" | ");
      appendOneLine(line, e.toString());
      if (e.getStackTrace().length > 0) {
        line.append(" at ").append(e.getStackTrace()[0]);
      }
    }
    return line.append('\n').toString();
  }

  /** A second as it is written: a busy shop has hundreds of lines in one. */
  private record Second(long number, String text) {
    Second(long number) {
      this(number, Instant.ofEpochSecond(number).toString().replace("Z", "."));
    }
  }

  private void appendTime(StringBuilder line, Instant moment) {
    var now = second;
    if (now.number != moment.getEpochSecond()) {
      now = new Second(moment.getEpochSecond());
      second = now;
    }
    var millis = moment.get(ChronoField.MILLI_OF_SECOND);
    line.append(now.text).append(millis < 100 ? "0" : "").append(millis < 10 ? "0" : "");
    line.append(millis).append('Z');
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
