package dev.startill.sandbox.world;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Private chats: who may write to whom, and what was written. */
public final class Chats {
  private final World world;
  private final Map<Chat, Room> rooms = new LinkedHashMap<>();
  private final Map<Long, Long> lastIds = new LinkedHashMap<>();

  Chats(World world) {
    this.world = world;
  }

  /**
   * A user writes to a bot, which opens their chat and, as Telegram's "Restart" does, ends a block.
   */
  public Message write(long user, long bot, String text, String entities) {
    var chat = new Chat(bot, user);
    open(chat).block(false);
    var message = post(chat, false, new Content.Text(text, entities), "");
    world.mail().put(bot, new Update.Arrived(message), world.knobs().messageRetention());
    return message;
  }

  /**
   * A bot writes to a user.
   *
   * @throws Refusal 400 or 403, when there is no such user, they never started the bot, or blocked
   *     it
   */
  public Message send(long bot, long user, Content content, String replyMarkup) {
    var chat = reachable(bot, user);
    return post(chat, true, content, replyMarkup);
  }

  /**
   * The chat that a bot may write to.
   *
   * @throws Refusal as {@link #send} does
   */
  public Chat reachable(long bot, long user) {
    requireUser(user);
    var chat = new Chat(bot, user);
    var room = rooms.get(chat);
    if (room == null) {
      throw world.knobs().strangersAreForbidden()
          ? Refusal.forbidden("bot can't initiate conversation with a user")
          : Refusal.badRequest("chat not found");
    }
    if (room.blocked()) {
      throw Refusal.forbidden("bot was blocked by the user");
    }
    return chat;
  }

  /** Only that the user exists: the server looks for the chat before it looks at the content. */
  public void requireUser(long user) {
    if (world.people().user(user).isEmpty()) {
      throw Refusal.badRequest("chat not found");
    }
  }

  /** The messages of a chat with identifiers above this one, oldest first. */
  public List<Message> messages(Chat chat, long after) {
    var room = rooms.get(chat);
    return room == null ? List.of() : room.after(after);
  }

  /** One message, if it is still there. */
  public Optional<Message> message(Chat chat, long id) {
    return Optional.ofNullable(rooms.get(chat)).flatMap(room -> room.message(id));
  }

  /** Puts another text or keyboard into a message of the bot. */
  public Message edit(Message message, Content content, String replyMarkup) {
    var edited =
        new Message(
            message.id(),
            message.chat(),
            message.fromBot(),
            message.date(),
            world.date(),
            content,
            replyMarkup);
    open(message.chat()).replace(edited);
    world.tell(new Happening.MessageShown(edited));
    return edited;
  }

  /** Takes a message away; false when there was none. */
  public boolean delete(Chat chat, long id) {
    var room = rooms.get(chat);
    return room != null && room.remove(id);
  }

  /** The user blocks the bot, or lets it speak again. */
  public void block(Chat chat, boolean blocked) {
    open(chat).block(blocked);
  }

  /** Whether the user has blocked the bot. */
  public boolean isBlocked(Chat chat) {
    var room = rooms.get(chat);
    return room != null && room.blocked();
  }

  /** Shows a message whatever the user thinks of the bot: Telegram's own service messages. */
  Message post(Chat chat, boolean fromBot, Content content, String replyMarkup) {
    long id = lastIds.merge(chat.bot(), 1L, Long::sum);
    var message = new Message(id, chat, fromBot, world.date(), 0, content, replyMarkup);
    open(chat).add(message);
    world.tell(new Happening.MessageShown(message));
    return message;
  }

  Room open(Chat chat) {
    return rooms.computeIfAbsent(chat, c -> new Room(world.knobs().chatHistory()));
  }

  Map<Chat, Room> rooms() {
    return rooms;
  }

  long lastId(long bot) {
    return lastIds.getOrDefault(bot, 0L);
  }

  void restoreLastId(long bot, long id) {
    lastIds.put(bot, id);
  }
}
