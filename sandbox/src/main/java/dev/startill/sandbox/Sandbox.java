package dev.startill.sandbox;

import dev.startill.sandbox.botapi.BotApi;
import dev.startill.sandbox.control.Control;
import dev.startill.sandbox.control.Waiting;
import dev.startill.sandbox.delivery.HostNames;
import dev.startill.sandbox.delivery.Polling;
import dev.startill.sandbox.delivery.Webhooks;
import dev.startill.sandbox.faults.Faults;
import dev.startill.sandbox.http.BotDoor;
import dev.startill.sandbox.http.EventStream;
import dev.startill.sandbox.http.Front;
import dev.startill.sandbox.live.LiveWorld;
import dev.startill.sandbox.live.SandboxClock;
import dev.startill.sandbox.state.FolderLock;
import dev.startill.sandbox.state.Saver;
import dev.startill.sandbox.state.StateFile;
import dev.startill.sandbox.testing.Stage;
import dev.startill.sandbox.testing.Telegram;
import dev.startill.sandbox.webapp.WebAppKeys;
import dev.startill.sandbox.wire.Json;
import dev.startill.sandbox.wire.Shapes;
import dev.startill.sandbox.world.Journal;
import dev.startill.sandbox.world.Knobs;
import dev.startill.sandbox.world.Update;
import dev.startill.sandbox.world.World;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Telegram in a box: a Bot API that any client library can talk to, buyers with Stars, a clock
 * and faults, on one HTTP port. It is no place for real tokens. Thread-safe; any number can run
 * side by side.
 */
public final class Sandbox extends Telegram implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Sandbox.class);

  private final LiveWorld live;
  private final Polling polling;
  private final Webhooks webhooks;
  private final BotDoor door;
  private final EventStream events;
  private final Front front;
  private final Optional<FolderLock> folder;
  private final Optional<Saver> saver;
  private final Stage stage;
  private final String host;

  /** A running World, as it was left if there is a file of it. */
  private record Ground(LiveWorld live, Faults faults, Optional<StateFile> file) {}

  private Sandbox(Builder wish, Optional<FolderLock> folder, Ground ground) {
    this.folder = folder;
    live = ground.live();
    var faults = ground.faults();
    var journal = new Journal();
    var waiting = new Waiting();
    polling = new Polling(live);
    live.watch(polling);
    live.watch(waiting);
    webhooks =
        new Webhooks(
            live, this::replied, RandomGenerator.of("L64X128MixRandom"), wish.webhookPatience);
    live.watch(webhooks);
    var api = new BotApi(polling, webhooks, wish.names, wish.local);
    var keys = new WebAppKeys();
    door = new BotDoor(live, api, faults, journal, new BotDoor.Tokens(wish.strictTokens, keys));
    events = new EventStream(live, journal);
    var control = new Control(live, polling, waiting, faults, journal, keys, api::isKnown);
    stage = new Stage(control, live, journal, wish.patience);
    front = listen(wish, control);
    saver = ground.file().map(target -> Saver.start(live, target));
    host = host(wish.bind);
  }

  /** A start that fails leaves nothing running, and its folder to others. */
  private static Sandbox start(Builder wish) {
    var folder = wish.data.map(FolderLock::take);
    try {
      var ground = ground(wish);
      try {
        var sandbox = new Sandbox(wish, folder, ground);
        sandbox.resume(ground.file());
        return sandbox;
      } catch (RuntimeException e) {
        ground.live().close();
        throw e;
      }
    } catch (RuntimeException e) {
      folder.ifPresent(FolderLock::close);
      throw e;
    }
  }

  private static Ground ground(Builder wish) {
    var file = wish.data.map(StateFile::new);
    var saved = file.flatMap(StateFile::load);
    var clock =
        new SandboxClock(wish.clock, saved.map(StateFile.State::ahead).orElse(Duration.ZERO));
    var faults = new Faults(RandomGenerator.of("L64X128MixRandom"));
    var live =
        new LiveWorld(
            clock,
            (now, watcher) ->
                new World(now, wish.chance, wish.knobs, faults, watcher, Sandbox::written));
    try {
      saved.ifPresent(state -> live.run(world -> world.load(state.world())));
      return new Ground(live, faults, file);
    } catch (RuntimeException e) {
      live.close();
      throw file.orElseThrow().unreadable(e);
    }
  }

  /** Webhooks go on, unless the file held one that leads nowhere. */
  private void resume(Optional<StateFile> file) {
    try {
      live.look(world -> world.people().bots()).forEach(bot -> webhooks.resume(bot.id()));
    } catch (RuntimeException e) {
      close();
      throw file.map(damaged -> (RuntimeException) damaged.unreadable(e)).orElse(e);
    }
  }

  private Front listen(Builder wish, Control control) {
    try {
      if (!InetAddress.getByName(wish.bind).isLoopbackAddress()) {
        LOG.warn("The sandbox listens on {}: whoever reaches it can do anything in it.", wish.bind);
      }
      return new Front(wish.bind, wish.port, door, control, events);
    } catch (RuntimeException | UnknownHostException e) {
      webhooks.close();
      throw new IllegalStateException(
          "The sandbox cannot listen on %s:%d (%s). Choose another port or address."
              .formatted(wish.bind, wish.port, e.getMessage()),
          e);
    }
  }

  /** As an address has it: where all are listened on, the loopback is reached. */
  private static String host(String bind) {
    try {
      var where = InetAddress.getByName(bind);
      if (where.isAnyLocalAddress()) {
        return where instanceof Inet6Address ? "[::1]" : "127.0.0.1";
      }
    } catch (UnknownHostException e) {
      // It is listened on by this name, which may be known to clients.
      return bind;
    }
    return bind.contains(":") && !bind.startsWith("[") ? "[" + bind + "]" : bind;
  }

  /** A sandbox on 127.0.0.1 and a free port, in memory. */
  public static Sandbox start() {
    return builder().start();
  }

  /** A sandbox with wishes. */
  public static Builder builder() {
    return new Builder();
  }

  /** The port it listens on. */
  public int port() {
    return front.port();
  }

  @Override
  public URI url() {
    return URI.create("http://" + host + ":" + port());
  }

  @Override
  protected Stage stage() {
    return stage;
  }

  @Override
  public void close() {
    events.close();
    polling.close();
    webhooks.close();
    door.close();
    front.close();
    saver.ifPresent(Saver::close);
    live.close();
    folder.ifPresent(FolderLock::close);
  }

  private static byte[] written(World world, Update.Body body) {
    return Json.bytes(new Shapes(world.people()).body(body));
  }

  private void replied(long bot, String contentType, byte[] body) {
    door.replied(bot, contentType, body);
  }

  /** Wishes for a sandbox; each has a default. */
  public static final class Builder {
    private int port;
    private String bind = "127.0.0.1";
    private Optional<Path> data = Optional.empty();
    private boolean strictTokens;
    private boolean local;
    private HostNames names = InetAddress::getAllByName;
    private Duration webhookPatience = Webhooks.PATIENCE;
    private InstantSource clock = InstantSource.system();
    private RandomGenerator chance = RandomGenerator.of("L64X128MixRandom");
    private Knobs knobs = Knobs.TELEGRAM;
    private Duration patience = Duration.ofSeconds(5);

    private Builder() {}

    /** The port; 0, the default, takes a free one. */
    public Builder port(int number) {
      port = number;
      return this;
    }

    /** The address to listen on; 127.0.0.1 unless told otherwise. */
    public Builder bind(String address) {
      bind = address;
      return this;
    }

    /** The folder that keeps the state between runs; in memory unless told otherwise. */
    public Builder data(Path folder) {
      data = Optional.of(folder);
      return this;
    }

    /** Whether only registered tokens are let in; else any well-formed one makes its bot. */
    public Builder strictTokens(boolean strict) {
      strictTokens = strict;
      return this;
    }

    /** Whether webhooks may be plain http and lead to private addresses, as with --local. */
    public Builder local(boolean permit) {
      local = permit;
      return this;
    }

    /** Where the hosts of webhooks are; asked of this machine unless told otherwise. */
    Builder names(HostNames book) {
      names = book;
      return this;
    }

    /** How long a webhook may take to answer; a minute unless told otherwise. */
    Builder webhookPatience(Duration longest) {
      webhookPatience = longest;
      return this;
    }

    /** The time that the sandbox's clock runs by. */
    public Builder clock(InstantSource base) {
      clock = base;
      return this;
    }

    /** Where identifiers come from. */
    public Builder chance(RandomGenerator generator) {
      chance = generator;
      return this;
    }

    /** Telegram's rules, or others. */
    public Builder knobs(Knobs rules) {
      knobs = rules;
      return this;
    }

    /** How long, in real time, a test's buyers wait for the bot; five seconds unless told. */
    public Builder patience(Duration longest) {
      patience = longest;
      return this;
    }

    /** Listens when it returns. */
    public Sandbox start() {
      return Sandbox.start(this);
    }
  }
}
