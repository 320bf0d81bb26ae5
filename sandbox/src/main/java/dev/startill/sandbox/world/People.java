package dev.startill.sandbox.world;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who there is, channels and groups among them, and how many Stars each has. A bot's balance may be
 * negative, a user's not.
 */
public final class People {
  private static final long FIRST_USER = 700_000_001;

  /** Channels and supergroups have numbers from here downwards (core.telegram.org/api/bots/ids). */
  private static final long FIRST_COMMUNITY = -1_001_000_000_001L;

  /** Far from any overflow. */
  private static final long MOST_STARS = 1_000_000_000_000L;

  private final World world;
  private final Map<Long, User> users = new LinkedHashMap<>();
  private final Map<Long, Bot> bots = new LinkedHashMap<>();
  private final Map<String, Long> botsByName = new LinkedHashMap<>();
  private final Map<Long, Community> communities = new LinkedHashMap<>();
  private final Map<Long, Long> stars = new LinkedHashMap<>();
  private final Map<Long, String> commands = new LinkedHashMap<>();

  People(World world) {
    this.world = world;
  }

  /** A new user with that many Stars; empty texts for no user name and no language. */
  public User join(String firstName, String username, String languageCode, long balance) {
    if (balance < 0 || balance > MOST_STARS) {
      throw Refusal.badRequest("stars must be between 0 and " + MOST_STARS);
    }
    long id = FIRST_USER + users.size();
    var user = new User(id, firstName, username, languageCode);
    restore(user, balance);
    world.tell(new Happening.UserCame(user));
    return user;
  }

  /**
   * The bot of a token, made at first use when {@code makeIt}.
   *
   * @throws Refusal 401, when the number is another token's, of the other environment, or not made
   */
  public Bot authorize(long id, String tokenDigest, boolean test, boolean makeIt) {
    var known = bots.get(id);
    if (known == null && makeIt) {
      long tail = id % 1_000_000;
      return register(new Bot(id, "Shop " + tail, "shop_" + id + "_bot", test, tokenDigest, false));
    }
    if (known == null || known.test() != test || !known.tokenDigest().equals(tokenDigest)) {
      throw Refusal.of(401, "Unauthorized");
    }
    return known;
  }

  /** Makes a bot, or gives it other names. */
  public Bot register(Bot bot) {
    restore(bot, stars(bot.id()));
    world.tell(new Happening.BotCame(bot));
    return bot;
  }

  /** The user, if there is one. */
  public Optional<User> user(long id) {
    return Optional.ofNullable(users.get(id));
  }

  /** The bot, if there is one. */
  public Optional<Bot> bot(long id) {
    return Optional.ofNullable(bots.get(id));
  }

  /** The bot of that user name, without the at sign. */
  public Optional<Bot> bot(String username) {
    return Optional.ofNullable(botsByName.get(username)).map(bots::get);
  }

  /** Makes a channel or a group; an empty user name for a private one. */
  public Community found(boolean channel, String title, String username) {
    long id = FIRST_COMMUNITY - communities.size();
    Chat.Shared chat = channel ? new Chat.Channel(id) : new Chat.Group(id);
    var community = new Community(chat, title, username);
    restore(community, 0);
    world.tell(new Happening.CommunityCame(community));
    return community;
  }

  /** The channel or group of that number. */
  public Optional<Community> community(long id) {
    return Optional.ofNullable(communities.get(id));
  }

  /** The public channel or group of that name, without the at sign, in any case. */
  public Optional<Community> community(String username) {
    return communities.values().stream()
        .filter(known -> !username.isEmpty() && known.username().equalsIgnoreCase(username))
        .findFirst();
  }

  /** All channels and groups, oldest first. */
  public Collection<Community> communities() {
    return Collections.unmodifiableCollection(communities.values());
  }

  /** All users, oldest first. */
  public Collection<User> users() {
    return Collections.unmodifiableCollection(users.values());
  }

  /** All bots, oldest first. */
  public Collection<Bot> bots() {
    return Collections.unmodifiableCollection(bots.values());
  }

  /** Stars of a user, a bot or a channel. */
  public long stars(long id) {
    return stars.getOrDefault(id, 0L);
  }

  /** Stars fall from the sky: a sandbox's users need not buy them. */
  public void give(User user, long amount) {
    if (amount < 1 || amount > MOST_STARS) {
      throw Refusal.badRequest("stars must be between 1 and " + MOST_STARS);
    }
    long now = Math.min(MOST_STARS, stars.merge(user.id(), amount, Long::sum));
    stars.put(user.id(), now);
    world.tell(new Happening.BalanceMoved(user.id(), now));
  }

  /** The bot's commands as it set them: JSON text, an array. */
  public String commands(long bot) {
    return commands.getOrDefault(bot, "[]");
  }

  /** Sets what {@link #commands} answers. */
  public void setCommands(Bot bot, String json) {
    commands.put(bot.id(), json);
    world.tell(new Happening.BotCame(bot));
  }

  /** Stars move between a user and a bot; a negative amount moves them back. */
  void pay(long user, long bot, long amount) {
    long left = stars.merge(user, -amount, Long::sum);
    stars.merge(bot, amount, Long::sum);
    world.tell(new Happening.BalanceMoved(user, left));
  }

  void restoreCommands(long bot, String json) {
    commands.put(bot, json);
  }

  void restore(Community community, long balance) {
    communities.put(community.id(), community);
    stars.put(community.id(), balance);
  }

  void restore(User user, long balance) {
    users.put(user.id(), user);
    stars.put(user.id(), balance);
  }

  void restore(Bot bot, long balance) {
    var former = bots.put(bot.id(), bot);
    if (former != null) {
      botsByName.remove(former.username());
    }
    botsByName.put(bot.username(), bot.id());
    stars.put(bot.id(), balance);
  }
}
