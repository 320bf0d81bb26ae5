package dev.startill.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.catalog.Catalog;
import dev.startill.catalog.Delivery;
import dev.startill.catalog.Product;
import dev.startill.catalog.ProductId;
import dev.startill.money.Stars;
import dev.startill.port.Books.StockLine;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What would be found out only after somebody paid. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GoodsTest {
  private static final OptionalLong GONE = OptionalLong.empty();
  private static final OptionalLong FITS = OptionalLong.of(50L << 20);
  private static final OptionalLong TOO_LARGE = OptionalLong.of((50L << 20) + 1);

  @Test
  void an_empty_catalogue_is_found() {
    assertThat(ills(FITS)).containsExactly(Ailment.NOTHING_ON_SALE);
  }

  @Test
  void what_can_be_delivered_is_well() {
    assertThat(
            ills(
                FITS,
                new Delivery.Text("x".repeat(4096)),
                new Delivery.File("guide.pdf"),
                new Delivery.Code(),
                new Delivery.Handler("mine")))
        .isEmpty();
  }

  @Test
  void a_text_is_as_long_as_it_is_with_its_placeholders_filled() {
    assertThat(ills(FITS, new Delivery.Text("x".repeat(4097))))
        .containsExactly(Ailment.TEXT_TOO_LONG);
    assertThat(ills(FITS, new Delivery.Text("x".repeat(4067) + "{order}")))
        .containsExactly(Ailment.TEXT_TOO_LONG);
    assertThat(ills(FITS, new Delivery.Text("x".repeat(4066) + "{order}"))).isEmpty();
  }

  @Test
  void a_file_that_is_gone_or_too_large_is_found() {
    var file = new Delivery.File("guide.pdf");
    assertThat(ills(GONE, file)).containsExactly(Ailment.FILE_UNREADABLE);
    assertThat(ills(TOO_LARGE, file)).containsExactly(Ailment.FILE_TOO_LARGE);
  }

  @Test
  void a_file_that_telegram_fetches_is_not_looked_for_here() {
    assertThat(ills(GONE, new Delivery.File("https://shop.example/guide.pdf"))).isEmpty();
  }

  @Test
  void codes_that_are_all_gone_or_were_never_added_are_missed() {
    var catalog = Catalog.of(product(1, new Delivery.Code()), product(2, new Delivery.Text("x")));
    assertThat(Goods.soldOut(catalog, List.of()))
        .containsExactly(Ailment.SOLD_OUT.found("No code of 'guide-1' is free."));
    assertThat(Goods.soldOut(catalog, List.of(new StockLine("guide-1", 0, 1, 5)))).hasSize(1);
    assertThat(Goods.soldOut(catalog, List.of(new StockLine("guide-1", 1, 0, 5)))).isEmpty();
  }

  private static List<Ailment> ills(OptionalLong size, Delivery... deliveries) {
    var products =
        IntStream.range(0, deliveries.length).mapToObj(i -> product(i, deliveries[i])).toList();
    return new Diagnosis(Goods.judge(Catalog.of(products), file -> size))
        .ills().stream().map(Finding.Ill::ailment).toList();
  }

  private static Product product(int number, Delivery delivery) {
    return new Product(
        new ProductId("guide-" + number), "Guide", "A guide", new Stars(50), delivery);
  }
}
