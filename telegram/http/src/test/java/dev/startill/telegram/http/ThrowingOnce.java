package dev.startill.telegram.http;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** A log that breaks at one line, and so whoever writes it: a defect where nobody expects one. */
final class ThrowingOnce extends Handler implements AutoCloseable {
  private final Logger root = LogManager.getLogManager().getLogger("");
  private final AtomicBoolean thrown = new AtomicBoolean();
  private final String words;

  private ThrowingOnce(String words) {
    this.words = words;
  }

  static ThrowingOnce at(String words) {
    var handler = new ThrowingOnce(words);
    handler.root.addHandler(handler);
    return handler;
  }

  boolean thrown() {
    return thrown.get();
  }

  @Override
  public void publish(LogRecord line) {
    if (String.valueOf(line.getMessage()).contains(words) && thrown.compareAndSet(false, true)) {
      throw new IllegalStateException("a defect");
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    root.removeHandler(this);
  }
}
