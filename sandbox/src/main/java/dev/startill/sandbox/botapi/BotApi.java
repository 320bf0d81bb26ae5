package dev.startill.sandbox.botapi;

import dev.startill.sandbox.delivery.HostNames;
import dev.startill.sandbox.delivery.Polling;
import dev.startill.sandbox.delivery.Webhooks;
import dev.startill.sandbox.world.Refusal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The table of methods by lower-case name. Thread-safe. */
public final class BotApi {
  private final Map<String, Method> table = new HashMap<>();

  /**
   * All methods that are emulated; {@code local} permits webhooks on http and private addresses,
   * which are found by these names.
   */
  public BotApi(Polling polling, Webhooks webhooks, HostNames names, boolean local) {
    BotMethods.addTo(table);
    MessageMethods.addTo(table);
    FileMethods.addTo(table);
    AlbumMethods.addTo(table);
    EditMethods.addTo(table);
    DeleteMethods.addTo(table);
    ForwardMethods.addTo(table);
    CardMethods.addTo(table);
    CommandMethods.addTo(table);
    MarginMethods.addTo(table);
    InlineMethods.addTo(table);
    UserMethods.addTo(table);
    ChatMethods.addTo(table);
    MemberMethods.addTo(table);
    InviteMethods.addTo(table);
    GiftMethods.addTo(table);
    PaidMediaMethods.addTo(table);
    PaymentMethods.addTo(table);
    ShippingMethods.addTo(table);
    BusinessMethods.addTo(table);
    SessionMethods.addTo(table);
    MenuButtons.addTo(table);
    WebAppMethods.addTo(table);
    var webhookMethods = new WebhookMethods(polling, webhooks, names, local);
    webhookMethods.addTo(table);
    new UpdateMethods(polling, webhookMethods).addTo(table);
  }

  /** Whether Telegram has such a method, emulated or not. */
  public boolean isKnown(String method) {
    var name = method.toLowerCase(Locale.ROOT);
    return table.containsKey(name) || NotEmulated.NAMES.contains(name);
  }

  /** Answers a call; the answer may be a refusal. */
  public Reply answer(String method, Call call) {
    var name = method.toLowerCase(Locale.ROOT);
    var found = table.get(name);
    try {
      if (found == null) {
        throw NotEmulated.NAMES.contains(name)
            ? Refusal.of(501, "Not Implemented: the sandbox does not emulate " + method + " yet")
            : Refusal.of(404, "Not Found: method not found");
      }
      return found.answer(call);
    } catch (Refusal refusal) {
      return Reply.refused(refusal);
    }
  }
}
