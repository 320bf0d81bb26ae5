package dev.startill.simulation;

import dev.startill.Startill;
import dev.startill.catalog.Catalog;
import dev.startill.jdbc.JdbcStore;
import dev.startill.port.StartillException;
import dev.startill.port.Store;
import dev.startill.settings.Settings;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The process: the engine over its store, from one start to one death. After a death the next life
 * begins over the same database. For one thread.
 */
final class Life {
  private final Stage stage;
  private final WorldTelegram telegram;
  private final Handler handler;
  private final Settings settings;
  private @Nullable Running running;

  /** What there is while the process runs. */
  private record Running(Startill engine, JdbcStore store, Stepper stepper) {}

  /** Something that the engine is asked to do. */
  interface Deed {
    void with(Startill engine) throws Exception;
  }

  Life(Stage stage, Settings settings) {
    this.stage = stage;
    this.telegram = new WorldTelegram(stage);
    this.handler = new Handler(stage);
    this.settings = settings;
  }

  boolean isRunning() {
    return running != null;
  }

  /** Begins, as a server does: alone on its store, it forgets all leases. */
  void begin(Catalog catalog) {
    stage.seams.begin();
    var stepper = new Stepper(stage);
    lived(
        () -> {
          var store =
              stage.database.open(settings, stage.clock(), stage.chance.generator(), stepper);
          running = new Running(engine(store, catalog), store, stepper);
          store.inTransaction(
              Store.Lane.ROUTINE,
              work -> {
                work.clearLeases();
                return true;
              });
        });
  }

  private Startill engine(JdbcStore store, Catalog catalog) {
    return Startill.over(store, telegram)
        .selling(catalog)
        .fulfilling(handler)
        .waiting(handler)
        .answering(Runnable::run)
        .settings(settings)
        .clock(stage.clock())
        .random(stage.chance.generator())
        .build();
  }

  /**
   * Lets the engine do something.
   *
   * @return whether it did, as far as it says: not if it died, refused, or was not there
   */
  boolean doing(String what, Deed deed) {
    var here = running;
    if (here == null) {
      return false;
    }
    stage.trace.say(what);
    return lived(() -> deed.with(here.engine()));
  }

  private interface Part {
    void run() throws Exception;
  }

  private boolean lived(Part part) {
    var refusal = Optional.<String>empty();
    try {
      part.run();
    } catch (Crash dead) {
      refusal = Optional.of("died");
    } catch (StartillException e) {
      refusal = Optional.of(e.toString());
      noticeFullDisk(e);
    } catch (Exception | AssertionError e) {
      refusal = Optional.of(e.toString());
      if (!stage.seams.isDead()) {
        stage.checker.escaped(e);
      }
    }
    refusal.ifPresent(why -> stage.trace.say("  " + why));
    if (stage.seams.isDead()) {
      bury();
    }
    return refusal.isEmpty() && !stage.seams.isDead();
  }

  private void noticeFullDisk(StartillException e) {
    if (e.getMessage() != null && e.getMessage().contains("disk is full")) {
      stage.reached.count(Fault.DISK_FULL);
    }
  }

  /** What was queued behind is written now; whether there was anything. */
  boolean flush() {
    var here = running;
    var any = new boolean[1];
    return here != null && lived(() -> any[0] = here.stepper().runAll()) && any[0];
  }

  /** Whether the process has died, or never came up. */
  boolean isOver() {
    return running == null || stage.seams.isDead();
  }

  /** What is left of a dead process goes. */
  void bury() {
    running = null;
    stage.inTransaction(false);
    stage.database.drop();
  }

  /** Stops in order: all that was queued is written first, as far as that works. */
  void stop() {
    stage.trace.say("stop");
    flush();
    bury();
  }
}
