package dev.startill.simulation;

import dev.startill.sandbox.world.Chat;
import dev.startill.sandbox.world.Content;
import dev.startill.sandbox.world.Invoice;
import dev.startill.sandbox.world.Marks;
import java.util.ArrayList;
import java.util.List;

/** The people: they ask, pay, pay again, pay what is not theirs, leave and come back. */
final class Buyers {
  private final Stage stage;
  private final Shop shop;
  private final Chance chance;
  private final List<Long> people = new ArrayList<>();

  Buyers(Stage stage, Shop shop) {
    this.stage = stage;
    this.shop = shop;
    this.chance = stage.chance.split();
    var many = chance.between(1, 4);
    for (var i = 0; i < many; i++) {
      people.add(stage.world.people().join("Buyer " + i, "", "en", i == 3 ? 60 : 5_000).id());
    }
  }

  List<Long> people() {
    return people;
  }

  void ask() {
    ask(chance.of(Shop.PRODUCTS));
  }

  void ask(String product) {
    say(chance.of(people), "/buy " + product);
  }

  /** Somebody speaks, which ends a block. */
  void talk() {
    say(chance.of(people), "hello");
  }

  /** Everybody speaks. */
  void allTalk() {
    people.forEach(user -> say(user, "hello"));
  }

  private void say(long user, String text) {
    stage.trace.say(user + " says " + text);
    stage.world.chats().write(user, Stage.BOT, new Content.Text(text, ""), Marks.NONE);
  }

  void block() {
    var user = chance.of(people);
    stage.trace.say(user + " blocks the bot");
    stage.world.chats().block(chat(user), true);
  }

  /** Pays a bubble of their own: the newest, or an old one. */
  void pay(int times) {
    var user = chance.of(people);
    var offers = offers(user);
    if (!offers.isEmpty()) {
      var invoice = chance.oneIn(3) ? chance.of(offers) : offers.getLast();
      for (var i = 0; i < times; i++) {
        pay(user, invoice);
      }
    }
  }

  /** Pays a bubble that somebody forwarded. */
  void payForwarded() {
    var offers = offers(chance.of(people));
    if (!offers.isEmpty()) {
      pay(chance.of(people), chance.of(offers));
    }
  }

  void payLink() {
    if (!shop.links().isEmpty()) {
      var link = stage.world.payments().find(chance.of(shop.links()));
      link.ifPresent(found -> pay(chance.of(people), found.invoice()));
    }
  }

  void payForeign() {
    pay(chance.of(people), Shop.FOREIGN);
  }

  private void pay(long user, Invoice invoice) {
    stage.trace.say(user + " pays " + invoice.payload() + " of " + invoice.amount());
    stage.world.payments().pay(user, Stage.BOT, invoice);
  }

  /** What the bot's other code sold before anybody heard of us. */
  void earlierSales(int many) {
    for (var i = 0; i < many; i++) {
      pay(chance.of(people), Shop.FOREIGN);
      stage
          .world
          .mail()
          .first(Stage.BOT, 1)
          .toList()
          .forEach(letter -> shop.sellElsewhere(letter.update()));
      stage.world.mail().clear(Stage.BOT);
    }
  }

  /** The invoices that this one was shown. */
  List<Invoice> offers(long user) {
    return stage.world.chats().messages(chat(user), 0).stream()
        .map(message -> message.content())
        .filter(Content.Offer.class::isInstance)
        .map(content -> ((Content.Offer) content).invoice())
        .toList();
  }

  private static Chat.Private chat(long user) {
    return new Chat.Private(Stage.BOT, user);
  }
}
