package dev.startill.sandbox;

import org.junit.jupiter.api.BeforeEach;

/** One sandbox a test, with a bot and a buyer who have met. */
abstract class ShopTest extends SandboxTest {
  Shop shop;

  @BeforeEach
  void meet() {
    shop = new Shop(sandbox);
  }
}
