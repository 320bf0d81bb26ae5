package dev.startill.acceptance;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Stories of one shop, served from the first line to the last. */
abstract class ShopStories extends BoxStories {
  Shop shop;

  @BeforeEach
  void openTheShop() {
    shop = serve(yaml());
  }

  @AfterEach
  void closeTheShop() {
    shop.close();
  }

  /** Serves it, with its books in a file beside it. */
  Shop serve(String yaml) {
    return Shop.serving(folder, yaml);
  }

  /** What it is served with. */
  String yaml() {
    return Yaml.of(box.url());
  }
}
