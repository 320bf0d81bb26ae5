package dev.startill.testkit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests of this class may take, each as a parameter and for itself alone: a {@code Sandbox} on a
 * free port, an {@code InMemoryStore}, a {@code ManualClock}, a {@code RecordingTelegram}.
 * {@code @BeforeEach} and {@code @AfterEach} get the same ones as their test; what was not asked
 * for is never made; all is closed afterwards. Tests may run in parallel.
 *
 * <p>There is one time in a test: the {@code ManualClock} if it takes one, else the sandbox's, else
 * the machine's.
 *
 * <pre>{@code
 * @StartillSandbox
 * class ShopTest {
 *   @Test
 *   void sells(Sandbox telegram, InMemoryStore store) { … }
 * }
 * }</pre>
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@ExtendWith(StartillExtension.class)
public @interface StartillSandbox {}
