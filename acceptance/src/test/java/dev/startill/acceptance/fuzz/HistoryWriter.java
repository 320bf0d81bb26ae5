package dev.startill.acceptance.fuzz;

import dev.startill.acceptance.fuzz.FuzzedShop.Offer;
import dev.startill.party.BuyerId;
import dev.startill.port.Reply;
import dev.startill.testkit.fuzz.Json;
import dev.startill.testkit.fuzz.Json.Member;
import dev.startill.testkit.fuzz.Mutator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Writes what happens to a shop: updates that are about its own orders, buyers and charges, spoilt
 * more or less. The same seed writes the same. For one thread.
 */
final class HistoryWriter {
  /** So few that they come again: as duplicates, and as refunds of what was paid. */
  private static final int CHARGES = 12;

  private static final List<String> STRANGE_PAYLOADS =
      List.of(
          "st:ord_01jd000000000000000000000z",
          "st:lnk_01jd000000000000000000000z",
          "st:ord_01jd",
          "st:",
          "",
          "cart-7");

  private final RandomGenerator chance;
  private final List<Offer> offers;
  private final List<Json> examples;
  private final List<Json> ofMoney;
  private final Mutator mutator;
  private final long seed;
  private long update = 700_000_000;
  private long checkout = 3_336_500_512_345_678_901L;

  /**
   * A writer.
   *
   * @param examples of updates, by name
   */
  HistoryWriter(long seed, List<Offer> offers, Map<String, Json> examples) {
    this.seed = seed;
    this.chance = new Random(seed);
    this.offers = offers;
    this.examples = List.copyOf(examples.values());
    this.ofMoney =
        Stream.of(
                "checkout",
                "pre_checkout_query",
                "pre_checkout_query",
                "payment",
                "successful_payment",
                "refund")
            .map(name -> Objects.requireNonNull(examples.get(name)))
            .toList();
    this.mutator = new Mutator(chance, this.examples);
  }

  List<Step> write(int updates) {
    var steps = new ArrayList<Step>();
    for (var i = 0; i < updates; i++) {
      steps.add(new Step(pause(), mutator.spoil(next()), fault(), chance.nextInt(8) == 0, reply()));
    }
    return steps;
  }

  private Json next() {
    var from = chance.nextInt(5) == 0 ? examples : ofMoney;
    var offer = any(offers);
    var scene =
        new Scene(
            offer,
            any(chance.nextInt(6) == 0 ? FuzzedShop.BUYERS : offer.buyers()),
            "stx%dA1b2C3d4-%d".formatted(seed, chance.nextInt(CHARGES)));
    return fill("", any(from), scene);
  }

  private record Scene(Offer offer, BuyerId buyer, String charge) {}

  /** The example, told of this shop. */
  private Json fill(String name, Json value, Scene scene) {
    return switch (value) {
      case Json.Obj obj -> {
        var isBot = value.member("is_bot").filter(new Json.Leaf("true")::equals).isPresent();
        yield new Json.Obj(
            obj.members().stream()
                .map(m -> isBot ? m : new Member(m.name(), fill(name, m, scene)))
                .toList());
      }
      case Json.Arr arr -> new Json.Arr(arr.items().stream().map(i -> fill("", i, scene)).toList());
      case Json.Leaf leaf -> leaf;
    };
  }

  private Json fill(String parent, Member member, Scene scene) {
    return switch (member.name()) {
      case "update_id" -> Json.number(++update);
      case "invoice_payload" -> Json.text(payload(scene.offer()));
      case "total_amount" -> Json.number(amount(scene.offer()));
      case "telegram_payment_charge_id" -> Json.text(scene.charge());
      case "date" -> Json.number(1_795_348_800L + update % 100_000);
      case "id" -> id(parent, member.value(), scene.buyer());
      default -> fill(member.name(), member.value(), scene);
    };
  }

  private Json id(String parent, Json value, BuyerId buyer) {
    return switch (parent) {
      case "from", "chat", "user" ->
          value instanceof Json.Leaf leaf && leaf.source().startsWith("-")
              ? value
              : Json.number(buyer.value());
      case "pre_checkout_query" -> Json.text(Long.toString(++checkout));
      default -> value;
    };
  }

  private String payload(Offer offer) {
    return chance.nextInt(6) == 0 ? any(STRANGE_PAYLOADS) : offer.payload();
  }

  private long amount(Offer offer) {
    return chance.nextInt(12) == 0 ? offer.price() + chance.nextInt(3) - 1 : offer.price();
  }

  private <T> T any(List<T> list) {
    return list.get(chance.nextInt(list.size()));
  }

  private Duration pause() {
    return switch (chance.nextInt(200)) {
      case 0 -> Duration.ofHours(25);
      case 1, 2, 3 -> Duration.ofMinutes(16);
      default -> Duration.ofSeconds(chance.nextInt(5));
    };
  }

  private Fault fault() {
    return switch (chance.nextInt(48)) {
      case 0 -> Fault.BEFORE;
      case 1 -> Fault.WITHIN;
      case 2 -> Fault.AFTER;
      default -> Fault.NONE;
    };
  }

  private Optional<Reply> reply() {
    return switch (chance.nextInt(40)) {
      case 0 -> Optional.of(new Reply.Later(Duration.ofSeconds(5)));
      case 1 -> Optional.of(new Reply.Unreachable("Forbidden: bot was blocked by the user"));
      case 2 -> Optional.of(new Reply.Refused(400, "Bad Request: CHARGE_ALREADY_REFUNDED"));
      case 3 -> Optional.of(new Reply.Unsent("nobody there"));
      case 4 -> Optional.of(new Reply.Unknown("no reply in time"));
      default -> Optional.empty();
    };
  }
}
