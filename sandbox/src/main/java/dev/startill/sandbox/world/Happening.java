package dev.startill.sandbox.world;

/**
 * What the World tells whoever watches it, at the moment it happens and in order. A watcher is
 * called in the middle of a change: it may take note and wake others, and must not call back or
 * block.
 */
public sealed interface Happening {
  /** A user was made. */
  record UserCame(User user) implements Happening {}

  /** A bot was made, or its commands changed. */
  record BotCame(Bot bot) implements Happening {}

  /** A channel or a group was made. */
  record CommunityCame(Community community) implements Happening {}

  /** Somebody's standing in a channel or a group changed. */
  record MemberMoved(MemberChange change) implements Happening {}

  /** A chat has a new message, or one was edited. */
  record MessageShown(Message message) implements Happening {}

  /** A message was deleted. */
  record MessageGone(Chat chat, long id) implements Happening {}

  /** A bot is seen doing something; {@code cancel} means that it stopped. */
  record ActionShown(Chat chat, long bot, String name) implements Happening {}

  /** A bot answered an inline query. */
  record InlineAnswered(long query) implements Happening {}

  /** A user's balance is now this. */
  record BalanceMoved(long user, long stars) implements Happening {}

  /** A subscription began, went on, or changed its state. */
  record SubscriptionMoved(Subscription subscription) implements Happening {}

  /** A payment began or ended. */
  record PaymentMoved(long payment, long user, long bot, Outcome outcome) implements Happening {}

  /** A bot has something to read. */
  record UpdateQueued(Update update) implements Happening {}

  /** An update went to its bot, or never will; number 0 is one that was lost before it had one. */
  record UpdateMoved(Update update, Fate fate) implements Happening {}

  /** A bot answered a pressed button. */
  record CallbackAnswered(long callback, String text, boolean alert, String url)
      implements Happening {}

  /** A bot's webhook was set or removed. */
  record WebhookChanged(long bot, Webhook webhook) implements Happening {}
}
