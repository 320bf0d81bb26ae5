package dev.startill.server.log;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * Leads slf4j to the JDK's loggers. The one that comes with slf4j does so, too, and takes a stack
 * trace for each line, to know a method that our form of the log does not show. Markers and the
 * context of a thread lead nowhere. Threads share it.
 */
public final class Bridge implements SLF4JServiceProvider {
  /** What slf4j 2 asks for, in its own words. */
  private static final String API = "2.0.99";

  private final ConcurrentMap<String, Named> loggers = new ConcurrentHashMap<>();
  private final IMarkerFactory markers = new BasicMarkerFactory();
  private final MDCAdapter context = new NOPMDCAdapter();

  /** For slf4j, which makes it by its name. */
  public Bridge() {}

  @Override
  public ILoggerFactory getLoggerFactory() {
    return name -> loggers.computeIfAbsent(name, Named::new);
  }

  @Override
  public IMarkerFactory getMarkerFactory() {
    return markers;
  }

  @Override
  public MDCAdapter getMDCAdapter() {
    return context;
  }

  @Override
  public String getRequestedApiVersion() {
    return API;
  }

  @Override
  public void initialize() {}
}
