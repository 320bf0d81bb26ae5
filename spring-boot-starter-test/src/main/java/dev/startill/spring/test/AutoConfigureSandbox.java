package dev.startill.spring.test;

import dev.startill.spring.StartillProperties.Updates;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Puts a sandbox of Telegram under the application of a test: {@code startill.telegram.api-url} and
 * {@code startill.telegram.token} lead there, and a bean of type {@code
 * dev.startill.sandbox.Sandbox} makes buyers and moves the time, which is the engine's as well. The
 * sandbox lives as long as the application's context, which Spring keeps for further tests: each
 * test makes buyers of its own. When a test fails, its chats and last calls are told with the
 * failure.
 *
 * <pre>{@code
 * @SpringBootTest
 * @AutoConfigureSandbox
 * class ShopTest {
 *   @Autowired Sandbox telegram;
 * }
 * }</pre>
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
public @interface AutoConfigureSandbox {
  /** Where the books are kept. */
  enum Place {
    /**
     * Where the test's DataSource leads; in a file of SQLite that is gone after the test, if there
     * is none or its database keeps no books, as H2.
     */
    OF_THE_TEST,
    /** Where the application says. */
    OF_THE_APPLICATION
  }

  /** Where the books are kept. */
  Place store() default Place.OF_THE_TEST;

  /**
   * Who brings the updates: Startill asks the sandbox for them, unless the application's own bot
   * does.
   */
  Updates updates() default Updates.POLLING;
}
