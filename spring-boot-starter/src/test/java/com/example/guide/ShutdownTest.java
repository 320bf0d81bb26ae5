package com.example.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.jdbc.JdbcStore;
import dev.startill.jdbc.Login;
import dev.startill.party.BotId;
import dev.startill.payment.Goods;
import dev.startill.payment.Order;
import dev.startill.port.Fulfilment;
import dev.startill.sandbox.Sandbox;
import dev.startill.sandbox.junit.SandboxParameter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;

/** An application that ends while goods are under way. */
@ExtendWith(SandboxParameter.class)
@Timeout(60)
class ShutdownTest {
  @Test
  void lets_a_hand_over_finish_and_records_it(Sandbox telegram, @TempDir Path folder)
      throws Exception {
    var shop = Running.of(SlowShop.class, telegram, folder, "--startill.telegram.updates=polling");
    var slow = shop.getBean(SlowShop.class);
    var anna = telegram.buyer("Anna").withStars(100);
    anna.sends("/learn");
    anna.pays();
    assertThat(slow.begun.await(30, TimeUnit.SECONDS)).isTrue();

    var end = CompletableFuture.runAsync(shop::close);
    assertThat(slow.closing.await(30, TimeUnit.SECONDS)).isTrue();
    slow.mayFinish.countDown();
    end.get(30, TimeUnit.SECONDS);

    assertThat(slow.wereBeansThere).isTrue();
    var books = Login.in("jdbc:sqlite:" + folder.resolve("shop.db")).withTablePrefix("startill_");
    try (var store = JdbcStore.open(books, botOf(telegram))) {
      assertThat(store.books().orders(1, Optional.empty()))
          .singleElement()
          .extracting(line -> ((Order.Paid) line.order()).goods())
          .isEqualTo(Goods.HANDED_OVER);
    }
  }

  private static BotId botOf(Sandbox telegram) {
    return new BotId(telegram.bot().id());
  }

  /** Takes its time to hand over a course. */
  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class SlowShop {
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final CountDownLatch mayFinish = new CountDownLatch(1);
    private volatile boolean wereBeansThere;

    @Bean(destroyMethod = "close")
    Shelf shelf() {
      return new Shelf();
    }

    @Bean
    Fulfilment courses(Shelf shelf) {
      return purchase -> {
        begun.countDown();
        mayFinish.await();
        wereBeansThere = shelf.isOpen;
      };
    }

    @EventListener(ContextClosedEvent.class)
    void close() {
      closing.countDown();
    }
  }

  /** Something that a handler needs. */
  static class Shelf {
    private volatile boolean isOpen = true;

    void close() {
      isOpen = false;
    }
  }
}
