package com.example.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.startill.Startill;
import dev.startill.jdbc.JdbcStore;
import dev.startill.party.BuyerId;
import dev.startill.payment.Goods;
import dev.startill.payment.Order;
import dev.startill.sandbox.junit.SandboxExtension;
import dev.startill.sandbox.testing.Buyer;
import dev.startill.testkit.database.LocalPostgres;
import dev.startill.testkit.database.LocalServer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the handler wrote through JPA and the mark that its goods are there: both or neither. */
@Timeout(120)
class JoinedTransactionTest {
  @RegisterExtension
  static final SandboxExtension telegram = SandboxExtension.create().keepingWorld();

  private static final LocalPostgres SERVER = LocalPostgres.shared();

  private static String database;
  private static ConfigurableApplicationContext shop;

  @BeforeAll
  static void open() throws SQLException {
    database = SERVER.create();
    var url = SERVER.url(database);
    var spring = new SpringApplication(EnrolmentShop.class);
    spring.setWebApplicationType(WebApplicationType.NONE);
    spring.setRegisterShutdownHook(false);
    shop =
        spring.run(
            "--spring.config.location=classpath:enrolment-shop.yaml",
            "--startill.telegram.api-url=" + telegram.url(),
            "--startill.telegram.token=" + telegram.token(),
            "--startill.store.require-durable=false",
            "--spring.datasource.url=" + url.substring(0, url.indexOf('?')),
            "--spring.datasource.username=" + LocalServer.USER,
            "--spring.datasource.password=" + LocalServer.PASSWORD);
  }

  @AfterAll
  static void close() throws SQLException {
    shop.close();
    SERVER.drop(database);
  }

  @BeforeEach
  void forgetCalls() {
    shop.getBean(EnrolmentShop.class).calls.set(0);
  }

  @Test
  void both_are_kept() {
    var anna = buyerWithASeat("Anna");

    pays(anna);

    await().until(() -> goodsOf(anna) == Goods.HANDED_OVER);
    assertThat(enrolmentsOf(anna)).isEqualTo(1);
    assertThat(calls()).isEqualTo(1);
  }

  @Test
  void both_are_taken_back_when_the_handler_throws() {
    shop.getBean(EnrolmentShop.class).failures.set(1);
    var boris = buyerWithASeat("Boris");

    pays(boris);

    await().until(() -> calls() == 1);
    await().atMost(Duration.ofSeconds(30)).until(() -> goodsOf(boris) == Goods.HANDED_OVER);
    assertThat(enrolmentsOf(boris)).isEqualTo(1);
    assertThat(calls()).isEqualTo(2);
  }

  @Test
  void both_are_taken_back_when_the_commit_fails() {
    var clara = telegram.buyer("Clara").withStars(100);

    pays(clara);

    await().until(() -> calls() == 1);
    assertThat(goodsOf(clara)).isEqualTo(Goods.OWED);
    assertThat(enrolmentsOf(clara)).isZero();

    seat(clara);
    await().atMost(Duration.ofSeconds(30)).until(() -> goodsOf(clara) == Goods.HANDED_OVER);
    assertThat(enrolmentsOf(clara)).isEqualTo(1);
  }

  private static Buyer buyerWithASeat(String name) {
    var buyer = telegram.buyer(name).withStars(100);
    seat(buyer);
    return buyer;
  }

  private static void seat(Buyer buyer) {
    var unused = jdbc().sql("INSERT INTO seat (buyer) VALUES (?)").param(buyer.id()).update();
  }

  private static void pays(Buyer buyer) {
    buyer.sends("/start");
    shop.getBean(Startill.class).sell("course").to(buyer.id()).invoice();
    assertThat(buyer.pays().isPaid()).isTrue();
  }

  private static Goods goodsOf(Buyer buyer) {
    var books = shop.getBean(JdbcStore.class).books();
    var order = books.ordersOf(new BuyerId(buyer.id()), 1).getFirst().order();
    return order instanceof Order.Paid paid ? paid.goods() : Goods.OWED;
  }

  private static long enrolmentsOf(Buyer buyer) {
    return Objects.requireNonNull(
        jdbc()
            .sql("SELECT count(*) FROM orders WHERE buyer = ?")
            .param(buyer.id())
            .query(Long.class)
            .single());
  }

  private static int calls() {
    return shop.getBean(EnrolmentShop.class).calls.get();
  }

  private static JdbcClient jdbc() {
    return shop.getBean(JdbcClient.class);
  }
}
