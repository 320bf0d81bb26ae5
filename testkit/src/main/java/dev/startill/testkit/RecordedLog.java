package dev.startill.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * Every line that is logged while it is open, by whomever but a scripted Bot API, down to the
 * finest level: with slf4j-jdk14 and the JDK's own logging, all of them. Close it to put things
 * back.
 */
public final class RecordedLog implements AutoCloseable {
  /** The JDK's server, on which {@link ScriptedBotApi} stands, logs what it is asked for. */
  private static final String THE_OTHER_SIDE = "com.sun.net.httpserver";

  private final Logger root = LogManager.getLogManager().getLogger("");
  private final Level before = root.getLevel();
  private final ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();
  private final List<Level> quietened = new ArrayList<>();
  private final List<Handler> others = List.of(root.getHandlers());
  private final Handler recorder =
      new Handler() {
        private final SimpleFormatter formatter = new SimpleFormatter();

        @Override
        public void publish(LogRecord line) {
          if (!String.valueOf(line.getLoggerName()).startsWith(THE_OTHER_SIDE)) {
            lines.add(formatter.format(line));
          }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  private RecordedLog() {}

  /** Begins to record; other handlers say only what they would have said. */
  public static RecordedLog ofEverything() {
    var log = new RecordedLog();
    for (var other : log.others) {
      log.quietened.add(other.getLevel());
      other.setLevel(Level.WARNING);
    }
    log.root.addHandler(log.recorder);
    log.root.setLevel(Level.ALL);
    return log;
  }

  /** What was logged so far, stack traces included. */
  public List<String> lines() {
    return List.copyOf(lines);
  }

  @Override
  public void close() {
    root.setLevel(before);
    root.removeHandler(recorder);
    for (var i = 0; i < others.size(); i++) {
      others.get(i).setLevel(quietened.get(i));
    }
  }
}
