package dev.startill.spring.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.autoconfigure.OverrideAutoConfiguration;
import org.springframework.boot.test.context.filter.annotation.TypeExcludeFilters;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.BootstrapWith;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * A test of what an application sells, and of nothing else of it: Startill over a sandbox, the
 * handlers ({@code Fulfilment}) and what hears updates ({@code UpdateHandler}), a DataSource with
 * its transactions, and JPA where that is there. No web server starts, and other components are
 * left out; what a handler needs is named with {@code @Import}. For the whole application there is
 * {@link AutoConfigureSandbox}.
 *
 * <pre>{@code
 * @StartillTest
 * class CourseShopTest {
 *   @Autowired Sandbox telegram;
 *
 *   @Test
 *   void a_course_is_paid_for_and_opened() {
 *     var anna = telegram.buyer("Anna").withStars(100);
 *     anna.sends("/learn");
 *     anna.pays();
 *     anna.reads("Welcome");
 *   }
 * }
 * }</pre>
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@BootstrapWith(StartillTestBootstrapper.class)
@ExtendWith(SpringExtension.class)
@OverrideAutoConfiguration(enabled = false)
@TypeExcludeFilters(ShopParts.class)
@AutoConfigureSandbox
@ImportAutoConfiguration
public @interface StartillTest {
  /** Properties of the test, as {@code key=value}. */
  String[] properties() default {};

  /** Whether other components than those of a shop are left out. */
  boolean useDefaultFilters() default true;

  /** Components that are not left out. */
  ComponentScan.Filter[] includeFilters() default {};

  /** Components that are left out as well. */
  ComponentScan.Filter[] excludeFilters() default {};

  /** Auto-configurations that are left out. */
  @AliasFor(annotation = ImportAutoConfiguration.class, attribute = "exclude")
  Class<?>[] excludeAutoConfiguration() default {};
}
