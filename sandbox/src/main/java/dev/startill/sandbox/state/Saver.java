package dev.startill.sandbox.state;

import dev.startill.sandbox.live.LiveWorld;
import dev.startill.sandbox.world.World;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the World while it changes, at most every quarter of a second, and rarer when writing
 * takes long: a big World costs at most a tenth of a core. Closing writes it once more.
 */
public final class Saver implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Saver.class);
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final LiveWorld live;
  private final StateFile file;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;
  private boolean failed;

  private Saver(LiveWorld live, StateFile file) {
    this.live = live;
    this.file = file;
    this.thread = Thread.ofPlatform().name("sandbox-saver").daemon().unstarted(this::run);
  }

  /** Begins to save. */
  public static Saver start(LiveWorld live, StateFile file) {
    var saver = new Saver(live, file);
    saver.thread.start();
    return saver;
  }

  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      var pause = PAUSE;
      while (!closing.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
        long begun = System.nanoTime();
        save();
        var rest = Duration.ofNanos(10 * (System.nanoTime() - begun));
        pause = rest.compareTo(PAUSE) > 0 ? rest : PAUSE;
      }
      save();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void save() {
    if (!live.takeChanged() && !failed) {
      return;
    }
    try {
      file.save(new StateFile.State(live.clock().ahead(), live.look(World::save)));
      failed = false;
    } catch (IOException | RuntimeException e) {
      if (!failed) {
        LOG.warn("The sandbox's state cannot be written; it is tried again: {}", e.toString());
      }
      failed = true;
    }
  }
}
