package dev.startill.sandbox.world;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Mini Apps that users have open, and each bot's menu button. Open ones end with a restart. */
public final class WebApps {
  /** Open Mini Apps that are remembered; the oldest is forgotten first. */
  private static final int REMEMBERED = 10_000;

  /** How long a Mini App's query may be answered. Assumed: no document names a time. */
  private static final Duration PATIENCE = Duration.ofHours(1);

  /** Bytes that sendData carries (core.telegram.org/bots/webapps). */
  private static final int MOST_DATA = 4096;

  /** The button beside the text field; user 0 for what all see that have none of their own. */
  public record MenuButton(long bot, long user, String json) {}

  private record Place(long bot, long user) {}

  private final World world;
  private final Map<Long, WebAppSession> open = new LinkedHashMap<>();
  private final Map<Place, String> menus = new LinkedHashMap<>();
  private long last;

  WebApps(World world) {
    this.world = world;
  }

  /** A user opens a Mini App of a bot. */
  public WebAppSession open(
      Chat.Private chat, WebAppSession.Launch launch, String buttonText, String startParam) {
    long query = launch.hasQuery() ? world.ids().query() : 0;
    var session =
        new WebAppSession(
            ++last, chat.bot(), chat.user(), launch, buttonText, query, startParam, world.now());
    open.put(session.id(), session);
    if (open.size() > REMEMBERED) {
      open.remove(open.keySet().iterator().next());
    }
    return session;
  }

  /**
   * The Mini App sends data to its bot and closes: once, and only from a reply keyboard's button.
   *
   * @throws Refusal 404 when it is not open, 400 when it may not send
   */
  public Message send(long user, long id, String data) {
    var session = open.get(id);
    if (session == null || session.user() != user) {
      throw Refusal.of(404, "Not Found: this Mini App is not open");
    }
    if (session.launch() != WebAppSession.Launch.KEYBOARD_BUTTON) {
      throw Refusal.badRequest(
          "only a Mini App opened by a button of a reply keyboard can send data");
    }
    if (data.getBytes(StandardCharsets.UTF_8).length > MOST_DATA) {
      throw Refusal.badRequest("sendData takes at most " + MOST_DATA + " bytes");
    }
    open.remove(id);
    var content = new Content.WebAppData(session.buttonText(), data);
    return world.chats().write(user, session.bot(), content, Marks.NONE);
  }

  /**
   * The session whose query a bot answers, once.
   *
   * @throws Refusal when the query is unknown, answered, too old or another bot's
   */
  public WebAppSession take(long bot, long query) {
    var found =
        open.values().stream()
            .filter(session -> session.query() == query && query != 0 && session.bot() == bot)
            .filter(session -> !world.now().isAfter(session.at().plus(PATIENCE)))
            .findFirst()
            .orElseThrow(Refusal::staleQuery);
    open.remove(found.id());
    return found;
  }

  /** A bot's menu button for a user, or with user 0 for all, as JSON text; empty if never set. */
  public Optional<String> menu(long bot, long user) {
    return Optional.ofNullable(menus.get(new Place(bot, user)));
  }

  /** What a user sees, or for user 0 what all see that have none of their own. */
  public String menuOf(long bot, long user) {
    return menu(bot, user).or(() -> menu(bot, 0)).orElse("{\"type\":\"commands\"}");
  }

  /** Sets it. */
  public void setMenu(Bot bot, long user, String json) {
    menus.put(new Place(bot.id(), user), json);
    world.tell(new Happening.BotCame(bot));
  }

  /** Goes back to the default. */
  public void resetMenu(Bot bot, long user) {
    menus.remove(new Place(bot.id(), user));
    world.tell(new Happening.BotCame(bot));
  }

  List<MenuButton> menus() {
    var all = new ArrayList<MenuButton>();
    menus.forEach((place, json) -> all.add(new MenuButton(place.bot(), place.user(), json)));
    return all;
  }

  void restore(List<MenuButton> saved) {
    saved.forEach(menu -> menus.put(new Place(menu.bot(), menu.user()), menu.json()));
  }
}
