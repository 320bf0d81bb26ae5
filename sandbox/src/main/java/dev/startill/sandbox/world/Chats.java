package dev.startill.sandbox.world;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** All chats: who may write where, and what was written. */
public final class Chats {
  private static final Pattern INTEGER = Pattern.compile("-?\\d{1,18}");

  private final World world;
  private final Hearing hearing;
  private final Map<Chat, Room> rooms = new LinkedHashMap<>();
  private final History history;
  private final Map<Long, Long> lastIds = new LinkedHashMap<>();

  Chats(World world) {
    this.world = world;
    this.hearing = new Hearing(world);
    this.history = new History(world);
  }

  /**
   * A user writes to a bot, which opens their chat and, as Telegram's "Restart" does, ends a block.
   */
  public Message write(long user, long bot, Content content, Marks marks) {
    var chat = new Chat.Private(bot, user);
    block(chat, false);
    var message = post(chat, user, content, "", marks);
    world.mail().put(bot, new Update.Arrived(message), world.knobs().messageRetention());
    return message;
  }

  /** A member writes into a channel or a group; the bots that are in it hear of it. */
  public Message write(long user, Chat.Shared chat, Content content, Marks marks) {
    return post(chat, user, content, "", marks);
  }

  /**
   * A bot writes.
   *
   * @param chat as {@link #reachable} answered it
   */
  public Message send(long bot, Chat chat, Content content, String replyMarkup, Marks marks) {
    return post(chat, bot, content, replyMarkup, marks);
  }

  /**
   * A user brings a message from elsewhere: forwarded, or an answer of a bot's inline mode. To a
   * bot's chat of their own they write; users have no chats with each other, so what they pass to
   * somebody appears in that one's chat with the bot, and the bot hears nothing of it.
   */
  public Message pass(long user, Chat to, Content content, String replyMarkup, Marks marks) {
    boolean own = to instanceof Chat.Private p && p.user() == user;
    if (own) {
      block((Chat.Private) to, false);
    }
    var message = post(to, user, content, replyMarkup, marks);
    if (own) {
      long bot = ((Chat.Private) to).bot();
      world.mail().put(bot, new Update.Arrived(message), world.knobs().messageRetention());
    }
    return message;
  }

  /** A user changes what they wrote; the bots that heard it hear of it. */
  public Message rewrite(Message message, Content content) {
    var edited = edit(message, content, message.replyMarkup());
    var body = new Update.Edited(edited);
    switch (message.chat()) {
      case Chat.Private p -> world.mail().put(p.bot(), body, world.knobs().messageRetention());
      case Chat.Shared shared -> hearing.tell(shared, edited, body);
    }
    return edited;
  }

  /** A bot writes several messages that belong together; one alone is no album. */
  public List<Message> sendAlbum(long bot, Chat chat, List<Content> contents, Marks marks) {
    var together = contents.size() == 1 ? marks : marks.inAlbum(world.ids().album());
    return contents.stream().map(content -> post(chat, bot, content, "", together)).toList();
  }

  /**
   * The chat that a bot names by {@code chat_id}: a number, or a public name with its at sign.
   *
   * @throws Refusal 400 when there is none
   */
  public Chat find(long bot, String chatId) {
    if (chatId.startsWith("@")) {
      return world
          .people()
          .community(chatId.substring(1))
          .map(Community::chat)
          .orElseThrow(Chats::notFound);
    }
    if (!INTEGER.matcher(chatId).matches()) {
      throw notFound();
    }
    long id = Long.parseLong(chatId);
    if (world.people().user(id).isPresent()) {
      return new Chat.Private(bot, id);
    }
    return world.people().community(id).map(Community::chat).orElseThrow(Chats::notFound);
  }

  /**
   * The chat that a bot names and may write to.
   *
   * @throws Refusal 400 or 403: there is none, the user never started the bot or blocked it, the
   *     bot is no member or may not post
   */
  public Chat reachable(long bot, String chatId) {
    var chat = find(bot, chatId);
    switch (chat) {
      case Chat.Private p -> requireOpen(p);
      case Chat.Shared shared -> world.memberships().requireMayWrite(bot, shared);
    }
    return chat;
  }

  private void requireOpen(Chat.Private chat) {
    if (world.people().user(chat.user()).filter(User::isDeleted).isPresent()) {
      throw Refusal.forbidden("user is deactivated");
    }
    var room = rooms.get(chat);
    if (room == null) {
      throw world.knobs().strangersAreForbidden()
          ? Refusal.forbidden("bot can't initiate conversation with a user")
          : notFound();
    }
    if (room.blocked()) {
      throw Refusal.forbidden("bot was blocked by the user");
    }
  }

  /** The messages of a chat with identifiers above this one, oldest first. */
  public List<Message> messages(Chat chat, long after) {
    var room = rooms.get(chat);
    return room == null ? List.of() : room.after(after);
  }

  /** The last messages of a chat, newest first. */
  List<Message> latest(Chat chat, int count) {
    var room = rooms.get(chat);
    return room == null ? List.of() : room.latest(count);
  }

  /** The private chats of a user, oldest first. */
  public List<Chat.Private> privateChats(long user) {
    return rooms.keySet().stream()
        .filter(chat -> chat instanceof Chat.Private p && p.user() == user)
        .map(chat -> (Chat.Private) chat)
        .toList();
  }

  /** The newest message of a chat. */
  public Optional<Message> last(Chat chat) {
    return latest(chat, 1).stream().findFirst();
  }

  /** One message, if it is still there. */
  public Optional<Message> message(Chat chat, long id) {
    return Optional.ofNullable(rooms.get(chat)).flatMap(room -> room.message(id));
  }

  /**
   * What was last sent to stand below a person's text field, a removal included: JSON text, empty
   * for nothing. Inline keyboards stand elsewhere and do not count.
   */
  public String keyboard(Chat chat) {
    for (var message : messages(chat, 0).reversed()) {
      var markup = message.replyMarkup();
      if (!markup.isEmpty() && !markup.startsWith("{\"inline_keyboard\"")) {
        return markup;
      }
    }
    return "";
  }

  /** Puts another content or keyboard into a message. */
  public Message edit(Message message, Content content, String replyMarkup) {
    var edited = message.edited(world.date(), content, replyMarkup);
    open(message.chat()).replace(edited);
    world.tell(new Happening.MessageShown(edited));
    return edited;
  }

  /** Takes a message away; false when there was none. */
  public boolean delete(Chat chat, long id) {
    var room = rooms.get(chat);
    boolean gone = room != null && room.remove(id);
    if (gone) {
      world.tell(new Happening.MessageGone(chat, id));
    }
    return gone;
  }

  /** The user blocks the bot, or lets it speak again; the bot hears of a change. */
  public void block(Chat.Private chat, boolean blocked) {
    var room = open(chat);
    if (room.blocked() == blocked) {
      return;
    }
    room.block(blocked);
    var before = bot(chat, !blocked);
    var change =
        new MemberChange(
            chat, chat.user(), world.date(), before, bot(chat, blocked), Optional.empty());
    world.mail().put(chat.bot(), new Update.Stood(change, true), world.knobs().messageRetention());
  }

  private static Membership bot(Chat.Private chat, boolean blocked) {
    var status = blocked ? Membership.Status.KICKED : Membership.Status.MEMBER;
    return new Membership(chat.bot(), status, 0);
  }

  /** Whether the user has met the bot. */
  boolean isOpen(Chat.Private chat) {
    return rooms.containsKey(chat);
  }

  /** Whether the user has blocked the bot. */
  public boolean isBlocked(Chat.Private chat) {
    var room = rooms.get(chat);
    return room != null && room.blocked();
  }

  /**
   * Shows a message, whatever the reader thinks of its author. In a shared chat bots hear of it as
   * {@link Hearing} says.
   */
  Message post(Chat chat, long from, Content content, String replyMarkup, Marks marks) {
    long id = lastIds.merge(counter(chat), 1L, Long::sum);
    var message = new Message(id, chat, from, world.date(), 0, content, replyMarkup, marks);
    open(chat).add(message);
    world.actions().end(chat, from);
    world.tell(new Happening.MessageShown(message));
    switch (chat) {
      case Chat.Private p -> {}
      case Chat.Shared shared -> hearing.tell(shared, message, new Update.Arrived(message));
    }
    return message;
  }

  private static long counter(Chat chat) {
    return switch (chat) {
      case Chat.Private p -> p.bot();
      case Chat.Shared shared -> shared.id();
    };
  }

  private static Refusal notFound() {
    return Refusal.badRequest("chat not found");
  }

  Room open(Chat chat) {
    return rooms.computeIfAbsent(chat, c -> new Room(world.knobs().chatHistory(), history));
  }

  Map<Chat, Room> rooms() {
    return rooms;
  }

  Map<Long, Long> lastIds() {
    return lastIds;
  }
}
