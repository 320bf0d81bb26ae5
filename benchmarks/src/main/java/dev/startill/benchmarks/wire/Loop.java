package dev.startill.benchmarks.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/**
 * One thread that waits for sockets and for the clock. All that it calls runs on that thread, so
 * nothing behind it needs a lock; {@link #execute} alone may be called from elsewhere.
 */
public final class Loop implements AutoCloseable {
  private static final int READ_AT_ONCE = 256 * 1024;

  private final Selector selector;
  private final ByteBuffer incoming = ByteBuffer.allocateDirect(READ_AT_ONCE);
  private final PriorityQueue<Timer> timers = new PriorityQueue<>();
  private final ConcurrentLinkedQueue<Runnable> asked = new ConcurrentLinkedQueue<>();
  private final List<Runnable> turns = new ArrayList<>();
  private final Thread thread;
  private long timersSoFar;
  private volatile boolean closed;

  /** Something that a socket can wake. */
  interface Awaited {
    void ready(SelectionKey key) throws IOException;

    void broken();
  }

  private record Timer(long at, long number, Runnable task) implements Comparable<Timer> {
    @Override
    public int compareTo(Timer other) {
      var order = Long.compare(at - other.at, 0);
      return order == 0 ? Long.compare(number, other.number) : order;
    }
  }

  private Loop(String name) throws IOException {
    selector = Selector.open();
    thread = Thread.ofPlatform().name(name).daemon(true).unstarted(this::run);
  }

  /** Starts one; its thread keeps no process alive. */
  public static Loop start(String name) throws IOException {
    var loop = new Loop(name);
    loop.thread.start();
    return loop;
  }

  /** Runs the task on the loop's thread, soon. Any thread may call it. */
  public void execute(Runnable task) {
    asked.add(task);
    if (!Thread.currentThread().equals(thread)) {
      selector.wakeup();
    }
  }

  /** Runs the task after so many nanoseconds, or at once for none. */
  public void after(long nanos, Runnable task) {
    if (nanos <= 0) {
      task.run();
    } else {
      timers.add(new Timer(System.nanoTime() + nanos, timersSoFar++, task));
    }
  }

  /** Runs the task whenever all sockets that were ready have been served. */
  public void afterEachTurn(Runnable task) {
    turns.add(task);
  }

  /** Waits until the loop has ended. */
  public void join() throws InterruptedException {
    thread.join();
  }

  @Override
  public void close() {
    closed = true;
    selector.wakeup();
  }

  SelectionKey register(SelectableChannel channel, int operations, Awaited awaited)
      throws IOException {
    return channel.register(selector, operations, awaited);
  }

  /** For one read at a time. */
  ByteBuffer incoming() {
    return incoming.clear();
  }

  private void run() {
    try {
      while (!closed) {
        selector.select(this::ready, patience());
        runAsked();
        runTimers();
        turns.forEach(Runnable::run);
      }
      selector.keys().forEach(key -> ((Awaited) key.attachment()).broken());
      selector.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Milliseconds until the next timer, rounded up; the selector takes 0 for ever. */
  private long patience() {
    var next = timers.peek();
    if (!asked.isEmpty()) {
      return 1;
    }
    return next == null
        ? 0
        : Math.max(1, TimeUnit.NANOSECONDS.toMillis(next.at - System.nanoTime() + 999_999));
  }

  private void ready(SelectionKey key) {
    var awaited = (Awaited) key.attachment();
    try {
      awaited.ready(key);
    } catch (IOException | CancelledKeyException e) {
      awaited.broken();
    }
  }

  private void runAsked() {
    for (var task = asked.poll(); task != null; task = asked.poll()) {
      task.run();
    }
  }

  private void runTimers() {
    var now = System.nanoTime();
    for (var next = timers.peek(); next != null && next.at - now <= 0; next = timers.peek()) {
      timers.poll();
      next.task.run();
    }
  }
}
