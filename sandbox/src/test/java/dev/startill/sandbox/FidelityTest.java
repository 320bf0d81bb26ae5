package dev.startill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of {@link Item}s is proved whole, and the reference page tells what is. */
class FidelityTest {
  private static final Pattern NAME = Pattern.compile("item_(\\d+)_.*");

  private static final List<Class<?>> PROOFS =
      List.of(
          TransportFidelityTest.class,
          InvoiceFidelityTest.class,
          CheckoutFidelityTest.class,
          RefundFidelityTest.class,
          SubscriptionFidelityTest.class,
          DeliveryFidelityTest.class);

  /** The tests that prove each item, by its number. */
  static Map<Integer, List<Method>> proofs() {
    return PROOFS.stream()
        .flatMap(proof -> Stream.of(proof.getDeclaredMethods()))
        .filter(test -> NAME.matcher(test.getName()).matches())
        .collect(Collectors.groupingBy(FidelityTest::number));
  }

  @Test
  void every_item_has_a_test() {
    var proofs = proofs();
    var open =
        Arrays.stream(Item.values()).filter(item -> !proofs.containsKey(item.number())).toList();
    assertThat(open).isEmpty();
    assertThat(proofs.keySet()).allMatch(number -> number >= 1 && number <= Item.values().length);
  }

  @Test
  void every_method_of_the_bot_api_is_emulated_or_says_that_it_is_not() {
    try (var sandbox = Sandbox.start()) {
      int number = 1000;
      for (var method : BotApiSchema.methods()) {
        var bot = new Client(sandbox.url(), number++ + ":method");
        assertThat(bot.call(method, "{}").status()).as(method).isNotEqualTo(404);
      }
    }
  }

  @Test
  void the_reference_page_is_true() {
    Golden.page("docs/reference/sandbox-fidelity.md", FidelityPage.text());
  }

  private static int number(Method test) {
    var matcher = NAME.matcher(test.getName());
    return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
  }
}
