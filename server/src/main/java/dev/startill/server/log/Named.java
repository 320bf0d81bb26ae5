package dev.startill.server.log;

import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/** One logger, by its name. Threads share it. */
final class Named extends LegacyAbstractLogger {
  private static final long serialVersionUID = 1;

  private final transient Logger target;

  Named(String name) {
    this.name = name;
    this.target = Logger.getLogger(name);
  }

  @Override
  protected void handleNormalizedLoggingCall(
      Level level,
      @Nullable Marker marker,
      @Nullable String pattern,
      @Nullable Object @Nullable [] arguments,
      @Nullable Throwable thrown) {
    var line = new LogRecord(of(level), MessageFormatter.basicArrayFormat(pattern, arguments));
    line.setLoggerName(name);
    line.setSourceClassName(name);
    line.setThrown(thrown);
    target.log(line);
  }

  /** Only asked for by those who look for the caller's place, which is nobody here. */
  @Override
  protected @Nullable String getFullyQualifiedCallerName() {
    return null;
  }

  @Override
  public boolean isTraceEnabled() {
    return is(Level.TRACE);
  }

  @Override
  public boolean isDebugEnabled() {
    return is(Level.DEBUG);
  }

  @Override
  public boolean isInfoEnabled() {
    return is(Level.INFO);
  }

  @Override
  public boolean isWarnEnabled() {
    return is(Level.WARN);
  }

  @Override
  public boolean isErrorEnabled() {
    return is(Level.ERROR);
  }

  private boolean is(Level level) {
    return target.isLoggable(of(level));
  }

  private static java.util.logging.Level of(Level level) {
    return switch (level) {
      case TRACE -> java.util.logging.Level.FINEST;
      case DEBUG -> java.util.logging.Level.FINE;
      case INFO -> java.util.logging.Level.INFO;
      case WARN -> java.util.logging.Level.WARNING;
      case ERROR -> java.util.logging.Level.SEVERE;
    };
  }
}
