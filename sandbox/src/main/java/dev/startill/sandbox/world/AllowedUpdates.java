package dev.startill.sandbox.world;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which updates a bot wants (tdlib/telegram-bot-api, Client.cpp): unknown names are ignored, a list
 * without a known one means the default, and names are compared in lower case.
 */
public record AllowedUpdates(List<String> names) {
  /** Every name of Bot API 10.3, in the server's order. */
  private static final List<String> KNOWN =
      List.of(
          "message",
          "edited_message",
          "channel_post",
          "edited_channel_post",
          "inline_query",
          "chosen_inline_result",
          "callback_query",
          "shipping_query",
          "pre_checkout_query",
          "poll",
          "poll_answer",
          "my_chat_member",
          "chat_member",
          "chat_join_request",
          "chat_boost",
          "removed_chat_boost",
          "message_reaction",
          "message_reaction_count",
          "business_connection",
          "business_message",
          "edited_business_message",
          "deleted_business_messages",
          "purchased_paid_media",
          "managed_bot",
          "guest_message",
          "subscription",
          "stopped_message_generation");

  /** Told only to bots that ask for them by name. */
  private static final Set<String> QUIET =
      Set.of("chat_member", "message_reaction", "message_reaction_count");

  /** All but the quiet ones. */
  static final AllowedUpdates DEFAULT = new AllowedUpdates(List.of());

  /** What a bot asked for; asking for just the default is the default. */
  static AllowedUpdates of(List<String> asked) {
    var names = new LinkedHashSet<>(KNOWN);
    names.retainAll(asked.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList());
    boolean usual =
        names.size() == KNOWN.size() - QUIET.size() && names.stream().noneMatch(QUIET::contains);
    return usual ? DEFAULT : new AllowedUpdates(List.copyOf(names));
  }

  /** Whether an Update has a field of that name. */
  public static boolean areKnown(String name) {
    return KNOWN.contains(name);
  }

  boolean wants(String field) {
    return names.isEmpty() ? !QUIET.contains(field) : names.contains(field);
  }
}
