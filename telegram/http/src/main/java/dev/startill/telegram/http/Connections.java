package dev.startill.telegram.http;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * The connections for one kind of call, kept alive between calls: the warmest is used first, so
 * that those which a burst left over grow old and are closed. Threads share it.
 */
final class Connections implements AutoCloseable {
  /** Well below the idle time after which servers commonly hang up (a minute). */
  private static final long OLDEST_IDLE = TimeUnit.SECONDS.toNanos(20);

  /** One that rested this long is looked at before it carries a call; that costs a millisecond. */
  private static final long LOOKED_AT_AFTER = TimeUnit.MILLISECONDS.toNanos(200);

  private final Address address;
  private final Supplier<SSLSocketFactory> tls;
  private final Duration connect;
  private final Semaphore permits;
  private final ReentrantLock lock = new ReentrantLock();
  private final ArrayDeque<Connection> idle = new ArrayDeque<>();
  private final Set<Connection> busy = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  Connections(Address address, Supplier<SSLSocketFactory> tls, Duration connect, int atOnce) {
    this.address = address;
    this.tls = tls;
    this.connect = connect;
    this.permits = new Semaphore(atOnce);
  }

  /**
   * Makes one call.
   *
   * @throws NotSentException if the request did not leave whole
   * @throws IOException if it left, and the reply did not come, or cannot be read
   */
  Response call(Request request, Deadline until, int longestBody) throws IOException {
    acquire(until);
    try {
      var warm = warmest();
      if (warm != null) {
        try {
          return over(warm, request, until, longestBody);
        } catch (NotSentException e) {
          // It had just been hung up. Nothing has left, so a new one may try.
        }
      }
      return over(Connection.open(address, tls, connect, until), request, until, longestBody);
    } finally {
      permits.release();
    }
  }

  /** Ends the calls that are under way as well; they report a broken connection. */
  @Override
  public void close() {
    closed = true;
    busy.forEach(Connection::close);
    lock.lock();
    try {
      idle.forEach(Connection::close);
      idle.clear();
    } finally {
      lock.unlock();
    }
  }

  private Response over(Connection connection, Request request, Deadline until, int longestBody)
      throws IOException {
    var keep = false;
    busy.add(connection);
    try {
      if (closed) {
        throw new NotSentException("The bot's connections are closed.", null);
      }
      var response = connection.exchange(request, until, longestBody);
      keep = response.reusable();
      return response;
    } finally {
      busy.remove(connection);
      if (keep) {
        rest(connection);
      } else {
        connection.close();
      }
    }
  }

  private void acquire(Deadline until) throws NotSentException {
    try {
      if (!permits.tryAcquire(until.nanosLeft(), TimeUnit.NANOSECONDS)) {
        throw new NotSentException("Too many calls at once: none of them ended in time.", null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotSentException("The call was interrupted before it left.", e);
    }
  }

  private @Nullable Connection warmest() {
    while (true) {
      var candidate = takeNewest();
      if (candidate == null) {
        return null;
      }
      var rested = System.nanoTime() - candidate.idleSince();
      if (rested < LOOKED_AT_AFTER || (rested < OLDEST_IDLE && !candidate.stale())) {
        return candidate;
      }
      candidate.close();
    }
  }

  private @Nullable Connection takeNewest() {
    lock.lock();
    try {
      return idle.pollFirst();
    } finally {
      lock.unlock();
    }
  }

  private void rest(Connection connection) {
    var now = System.nanoTime();
    connection.idleFrom(now);
    var tooOld = new ArrayList<Connection>(0);
    lock.lock();
    try {
      if (closed) {
        tooOld.add(connection);
      } else {
        idle.addFirst(connection);
      }
      for (var oldest = idle.peekLast();
          oldest != null && now - oldest.idleSince() > OLDEST_IDLE;
          oldest = idle.peekLast()) {
        idle.removeLast();
        tooOld.add(oldest);
      }
    } finally {
      lock.unlock();
    }
    tooOld.forEach(Connection::close);
  }
}
