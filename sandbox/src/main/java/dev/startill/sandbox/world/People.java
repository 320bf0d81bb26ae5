package dev.startill.sandbox.world;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who there is, channels and groups among them; all share one space of numbers. How many Stars each
 * has is in the {@link Books}: a bot's balance may be negative, a user's not.
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
  private final Set<Long> discreet = new LinkedHashSet<>();

  People(World world) {
    this.world = world;
  }

  /** A new user with that many Stars; empty texts for no user name and no language. */
  public User join(String firstName, String username, String languageCode, long balance) {
    if (balance < 0 || balance > MOST_STARS) {
      throw Refusal.badRequest("stars must be between 0 and " + MOST_STARS);
    }
    long id = FIRST_USER + users.size();
    while (users.containsKey(id) || bots.containsKey(id)) {
      id++;
    }
    var user = new User(id, firstName, username, languageCode);
    restore(user);
    world.tell(new Happening.UserCame(user));
    if (balance > 0) {
      buy(id, balance);
    }
    return user;
  }

  /**
   * The bot of a token, made at first use when {@code makeIt}.
   *
   * @throws Refusal 401, when the number is another token's, a user's, of the other environment, or
   *     not made
   */
  public Bot authorize(long id, String tokenDigest, boolean test, boolean makeIt) {
    var known = bots.get(id);
    if (known == null && makeIt && !users.containsKey(id)) {
      long tail = id % 1_000_000;
      return register(new Bot(id, "Shop " + tail, freeName(id), test, tokenDigest, false));
    }
    if (known == null || known.test() != test || !known.tokenDigest().equals(tokenDigest)) {
      throw Refusal.of(401, "Unauthorized");
    }
    return known;
  }

  /** The name of a bot that nobody named; who took it first keeps it. */
  private String freeName(long id) {
    var name = "shop_" + id + "_bot";
    for (int i = 2; bot(name).isPresent(); i++) {
      name = "shop_" + id + "_" + i + "_bot";
    }
    return name;
  }

  /**
   * Makes a bot, or gives it other names.
   *
   * @throws Refusal 400 when another bot has the user name
   */
  public Bot register(Bot bot) {
    requireFree(bot.username(), bot.id());
    restore(bot);
    world.tell(new Happening.BotCame(bot));
    return bot;
  }

  /**
   * Checks that a bot may take a user name: no other has it, in any case.
   *
   * @throws Refusal 400 when it is taken
   */
  public void requireFree(String username, long bot) {
    if (bot(username).filter(other -> other.id() != bot).isPresent()) {
      throw Refusal.badRequest("the user name \"" + username + "\" is another bot's");
    }
  }

  /** Whether a user's forwarded messages do not lead back to them. */
  public boolean isDiscreet(long user) {
    return discreet.contains(user);
  }

  /** Sets whether a user's forwarded messages lead back to them. */
  public void setDiscreet(long user, boolean hides) {
    boolean changed = hides ? discreet.add(user) : discreet.remove(user);
    assert changed || discreet.contains(user) == hides;
  }

  Set<Long> discreet() {
    return discreet;
  }

  /** The user deletes the account; its number stays and leads to nobody. */
  public User delete(User user) {
    var deleted = new User(user.id(), "", "", "");
    restore(deleted);
    world.tell(new Happening.UserCame(deleted));
    return deleted;
  }

  /** The user, if there is one. */
  public Optional<User> user(long id) {
    return Optional.ofNullable(users.get(id));
  }

  /** The bot, if there is one. */
  public Optional<Bot> bot(long id) {
    return Optional.ofNullable(bots.get(id));
  }

  /** The bot of that user name, without the at sign, in any case. */
  public Optional<Bot> bot(String username) {
    return Optional.ofNullable(botsByName.get(key(username))).map(bots::get);
  }

  private static String key(String username) {
    return username.toLowerCase(Locale.ROOT);
  }

  /** Makes a channel or a group; an empty user name for a private one. */
  public Community found(boolean channel, String title, String username) {
    long id = FIRST_COMMUNITY - communities.size();
    Chat.Shared chat = channel ? new Chat.Channel(id) : new Chat.Group(id);
    var community = new Community(chat, title, username);
    restore(community);
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

  /** Whole Stars of a user, a bot or a channel. */
  public long stars(long id) {
    return world.books().balance(id).stars();
  }

  /** Whether a user has Telegram Premium now. */
  public boolean isPremium(long user) {
    return world.gifts().isPremium(user);
  }

  /** Stars fall from the sky: a sandbox's users need not buy them. */
  public void give(User user, long amount) {
    if (amount < 1 || amount > MOST_STARS) {
      throw Refusal.badRequest("stars must be between 1 and " + MOST_STARS);
    }
    long bought = Math.min(amount, MOST_STARS - stars(user.id()));
    if (bought > 0) {
      buy(user.id(), bought);
    }
  }

  void restore(User user) {
    users.put(user.id(), user);
  }

  void restore(Bot bot) {
    var former = bots.put(bot.id(), bot);
    if (former != null) {
      botsByName.remove(key(former.username()), former.id());
    }
    botsByName.put(key(bot.username()), bot.id());
  }

  void restore(Community community) {
    communities.put(community.id(), community);
  }

  private void buy(long user, long amount) {
    var books = world.books();
    books.earn(user, books.newId(), Amount.of(amount), new Partner.Store());
  }
}
