package dev.startill.sandbox.world;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which bots hear a message in a channel or a group.
 *
 * <p>A channel's posts reach every bot in it. In a group a bot that is no administrator has privacy
 * mode (core.telegram.org/bots/features#privacy-mode): it hears service messages, commands meant
 * for it, replies to it and what was sent through it; a command without a name is meant for the bot
 * that spoke last, or for all while none spoke. That a mention is heard is assumed. Bots do not
 * hear other bots there.
 */
final class Hearing {
  private static final Pattern COMMAND =
      Pattern.compile("(?<!\\S)/[A-Za-z0-9_]{1,64}(?:@([A-Za-z0-9_]{3,32}))?(?![A-Za-z0-9_/])");

  /** How far back the bot that spoke last is looked for. */
  private static final int LOOKED_BACK = 1_000;

  private final World world;

  Hearing(World world) {
    this.world = world;
  }

  /** Tells a new or edited message to those who hear it. */
  void tell(Chat.Shared chat, Message message, Update.Body body) {
    for (var member : world.memberships().all(chat)) {
      world
          .people()
          .bot(member.who())
          .filter(bot -> member.status().isIn() && hears(bot, member, message))
          .ifPresent(bot -> put(bot.id(), body));
    }
  }

  private void put(long bot, Update.Body body) {
    world.mail().put(bot, body, world.knobs().messageRetention());
  }

  private boolean hears(Bot bot, Membership member, Message message) {
    if (message.content() instanceof Content.Service) {
      return true;
    }
    if (message.isFrom(bot.id())) {
      return false;
    }
    return switch (message.chat()) {
      case Chat.Channel c -> true;
      case Chat.Private p -> true;
      case Chat.Group group ->
          world.people().bot(message.from()).isEmpty()
              && (member.status().runsIt() || bot.readsGroups() || isMeantFor(bot, group, message));
    };
  }

  private boolean isMeantFor(Bot bot, Chat.Group group, Message message) {
    if (message.marks().viaBot() == bot.id()
        || message.marks().replyTo().filter(to -> to.isFrom(bot.id())).isPresent()) {
      return true;
    }
    var words = words(message.content());
    var name = bot.username().toLowerCase(Locale.ROOT);
    if (words.toLowerCase(Locale.ROOT).matches("(?s).*@" + Pattern.quote(name) + "\\b.*")) {
      return true;
    }
    var command = COMMAND.matcher(words);
    return command.find() && command.group(1) == null && spokeLast(bot, group);
  }

  private boolean spokeLast(Bot bot, Chat.Group group) {
    var people = world.people();
    return world.chats().latest(group, LOOKED_BACK).stream()
        .filter(message -> people.bot(message.from()).isPresent())
        .findFirst()
        .map(message -> message.isFrom(bot.id()))
        .orElse(true);
  }

  private static String words(Content content) {
    if (content instanceof Content.Text text) {
      return text.text();
    }
    return content instanceof Content.Attachment attachment ? attachment.caption().text() : "";
  }
}
