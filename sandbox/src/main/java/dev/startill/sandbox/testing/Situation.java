package dev.startill.sandbox.testing;

/** Tells how things stand: chats, the bot's last calls, and what may be wrong with its wiring. */
final class Situation {
  private static final int LAST_CALLS = 12;
  private static final int LAST_MESSAGES = 25;
  private static final String NEWLINE = System.lineSeparator();

  private final Stage stage;

  Situation(Stage stage) {
    this.stage = stage;
  }

  /** One buyer's chat with one bot, and that bot's calls. */
  String of(Buyer buyer, Bot bot) {
    return "%s's chat with %s:%n%s%nIts last calls:%n%s%n%s"
        .formatted(
            buyer.firstName(),
            bot,
            Transcript.chat(Transcript.last(buyer.chat(), LAST_MESSAGES)),
            Transcript.calls(Transcript.last(stage.calls().of(bot.id()), LAST_CALLS)),
            delivery());
  }

  /** All chats and the last calls of all bots. */
  String ofAll() {
    var told = new StringBuilder();
    for (var user : stage.get("users")) {
      for (var bot : stage.get("bots")) {
        var there = new Bot(stage, bot.path("id").asLong(), "");
        var name = user.path("first_name").asString("");
        var chat = Buyer.of(stage, user.path("id").asLong(), name).at(there).chat();
        if (!chat.isEmpty()) {
          told.append("%s's chat with %s:%n".formatted(name, there))
              .append(Transcript.chat(Transcript.last(chat, LAST_MESSAGES)))
              .append(NEWLINE);
        }
      }
    }
    return told.append("The last calls:")
        .append(NEWLINE)
        .append(Transcript.calls(Transcript.last(stage.calls().all(), LAST_CALLS)))
        .append(NEWLINE)
        .append(delivery())
        .toString();
  }

  /** Which bots there are, and whether they listen: the usual reason why nothing comes. */
  String delivery() {
    var bots = stage.get("bots");
    if (bots.isEmpty()) {
      return "No bot has called yet. Was its client given the sandbox's address?";
    }
    var told = new StringBuilder();
    for (var bot : bots) {
      long waiting = bot.path("pending_update_count").asLong();
      boolean webhook = bot.path("webhook").asBoolean();
      boolean polling = bot.path("polling").asBoolean();
      told.append("@").append(bot.path("username").asString(""));
      told.append(webhook ? " has a webhook" : polling ? " is polling" : " is not polling now");
      told.append(", and ").append(waiting).append(" updates wait for it.").append(NEWLINE);
    }
    return told.toString();
  }
}
