package dev.startill.sandbox.world;

import java.util.Optional;

/** Where Stars change hands: charges, refunds, and what a store takes back. */
public final class Till {
  private final World world;
  private final Charges charges = new Charges();

  Till(World world) {
    this.world = world;
  }

  /** The Stars move from user to bot, whether they are there or not, and both are told. */
  Charge charge(long user, long bot, Invoice invoice, Period period) {
    var charge =
        new Charge(
            world.ids().charge(),
            user + "_" + charges.nextNumber(user),
            bot,
            user,
            invoice,
            world.date(),
            period);
    charges.add(charge);
    var amount = Amount.of(invoice.amount());
    world.books().spend(user, charge.id(), amount, partner(bot, charge));
    world.books().earn(bot, charge.id(), amount, partner(user, charge));
    show(charge, user, new Content.Paid(charge));
    return charge;
  }

  /**
   * The whole charge goes back to its payer, however old it is.
   *
   * @return whether the bot was told, as it always is but for the bug of January 2025 ({@link
   *     Deliveries#hidesRefund})
   * @throws Refusal by a knob USER_ID_INVALID for nobody's number; CHARGE_NOT_FOUND unless both
   *     identifiers belong to one payment of this bot; CHARGE_ALREADY_REFUNDED; by a knob
   *     BALANCE_TOO_LOW
   */
  public boolean refund(long bot, long user, String chargeId) {
    if (world.knobs().unknownUserIsNamed() && world.people().user(user).isEmpty()) {
      throw Refusal.badRequest("USER_ID_INVALID");
    }
    var charge =
        charges
            .find(chargeId)
            .filter(known -> known.bot() == bot && known.user() == user)
            .orElseThrow(() -> Refusal.badRequest("CHARGE_NOT_FOUND"));
    charges.requireKept(charge);
    var amount = Amount.of(charge.invoice().amount());
    if (!world.knobs().refundsMayOverdraw() && !world.books().covers(bot, amount)) {
      throw Refusal.badRequest("BALANCE_TOO_LOW");
    }
    charges.giveBack(charge, Charges.Return.REFUND);
    world.books().spend(bot, charge.id(), amount, partner(user, charge));
    world.books().earn(user, charge.id(), amount, partner(bot, charge));
    boolean told = !charge.period().isPart() || !world.mail().hidesRefund();
    if (told) {
      show(charge, bot, new Content.Refunded(charge));
    }
    world.subscriptions().refunded(charge);
    return told;
  }

  /**
   * The payer got the money for these Stars back from the store that sold them: Telegram takes them
   * from the bot and tells it nothing.
   *
   * @throws Refusal when there is no such charge, or it went back before
   */
  public Charge chargeback(String chargeId) {
    var charge = find(chargeId).orElseThrow(() -> Refusal.of(404, "Not Found: no such charge"));
    charges.giveBack(charge, Charges.Return.CHARGEBACK);
    var amount = Amount.of(charge.invoice().amount());
    switch (world.knobs().stars().chargebackLine()) {
      case AS_REFUND ->
          world.books().spend(charge.bot(), charge.id(), amount, partner(charge.user(), charge));
      case AS_OTHER ->
          world.books().spend(charge.bot(), world.books().newId(), amount, new Partner.Other());
    }
    return charge;
  }

  /** The charge of that identifier, whether it was given back or not. */
  public Optional<Charge> find(String id) {
    return charges.find(id);
  }

  Charges charges() {
    return charges;
  }

  private void show(Charge charge, long author, Content content) {
    var chat = new Chat.Private(charge.bot(), charge.user());
    var message = world.chats().post(chat, author, content, "", Marks.NONE);
    world.mail().put(charge.bot(), new Update.Arrived(message), world.knobs().messageRetention());
  }

  private static Partner partner(long other, Charge charge) {
    var invoice = charge.invoice();
    return new Partner.User(
        other, new Partner.Purpose.Invoice(invoice.payload(), invoice.subscriptionPeriod()));
  }
}
