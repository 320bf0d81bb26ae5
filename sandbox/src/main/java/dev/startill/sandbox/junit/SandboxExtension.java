package dev.startill.sandbox.junit;

import dev.startill.sandbox.Sandbox;
import dev.startill.sandbox.testing.Stage;
import dev.startill.sandbox.testing.Telegram;
import java.net.URI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A sandbox in a field of a test class.
 *
 * <p>In a static field it listens from before the first test until after the last, at one address,
 * and each test finds a fresh World; bots run on. {@link #keepingWorld} lets tests share that too,
 * and run in parallel, each with buyers of its own. In an instance field each test has a sandbox
 * for itself. When a test fails, its chats and last calls are told with the failure. For a sandbox
 * as a parameter there is {@link SandboxParameter}. Works with JUnit Jupiter 5.10 and later.
 *
 * <pre>{@code
 * @RegisterExtension static final SandboxExtension telegram = SandboxExtension.create();
 * }</pre>
 */
public final class SandboxExtension extends Telegram
    implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
  private final Supplier<Sandbox.Builder> wishes;
  private final boolean keepsWorld;
  private @Nullable Sandbox running;
  private int containers;
  private int tests;

  private SandboxExtension(Supplier<Sandbox.Builder> wishes, boolean keepsWorld) {
    this.wishes = wishes;
    this.keepsWorld = keepsWorld;
  }

  /** A sandbox on a free port, in memory. */
  public static SandboxExtension create() {
    return with(Sandbox::builder);
  }

  /** A sandbox with wishes, which are asked for whenever one starts. */
  public static SandboxExtension with(Supplier<Sandbox.Builder> wishes) {
    return new SandboxExtension(wishes, false);
  }

  /** The same in a static field, but tests share its buyers, chats and Stars. */
  public SandboxExtension keepingWorld() {
    return new SandboxExtension(wishes, true);
  }

  /**
   * The sandbox that runs.
   *
   * @throws IllegalStateException before the first test and after the last
   */
  public synchronized Sandbox sandbox() {
    if (running == null) {
      throw new IllegalStateException(
          "No sandbox runs now. It does in tests, and for @BeforeAll if the field is static and"
              + " has @RegisterExtension.");
    }
    return running;
  }

  @Override
  public URI url() {
    return sandbox().url();
  }

  @Override
  protected Stage stage() {
    return stageOf(sandbox());
  }

  @Override
  public synchronized void beforeAll(ExtensionContext context) {
    containers++;
    if (running == null) {
      running = wishes.get().start();
    }
  }

  @Override
  public synchronized void beforeEach(ExtensionContext context) {
    tests++;
    if (running == null) {
      running = wishes.get().start();
    } else if (!keepsWorld && tests > 1) {
      throw new IllegalStateException(
          "Two tests at once would forget each other's World: make the field an instance field,"
              + " or say keepingWorld().");
    } else if (!keepsWorld) {
      running.forget();
    }
  }

  @Override
  public synchronized void afterEach(ExtensionContext context) {
    tests--;
    if (running != null) {
      Post.mortem(context, running);
    }
    if (containers == 0) {
      close();
    }
  }

  @Override
  public synchronized void afterAll(ExtensionContext context) {
    containers--;
    if (containers == 0) {
      close();
    }
  }

  private void close() {
    if (running != null) {
      running.close();
      running = null;
    }
  }
}
