package dev.startill.sandbox.junit;

import dev.startill.sandbox.Sandbox;
import dev.startill.sandbox.testing.Telegram;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each test that asks for it a {@link Sandbox} of its own as a parameter, and closes it
 * afterwards: tests may run in parallel. {@code @BeforeEach} and {@code @AfterEach} get the same
 * one as their test. Thread-safe, for it has no state; an extension that gives more extends it.
 *
 * <pre>{@code
 * @ExtendWith(SandboxParameter.class)
 * }</pre>
 */
public class SandboxParameter implements ParameterResolver, AfterEachCallback {
  private static final ExtensionContext.Namespace OURS =
      ExtensionContext.Namespace.create(SandboxParameter.class);

  /** Made by JUnit. */
  public SandboxParameter() {}

  /** Makes the one sandbox of a test, when it is first asked for: on a free port, in memory. */
  protected Sandbox start(ParameterContext parameter, ExtensionContext context) {
    return Sandbox.start();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    var type = parameter.getParameter().getType();
    return (type == Sandbox.class || type == Telegram.class) && context.getTestMethod().isPresent();
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    var store = context.getStore(OURS);
    var known = store.get(Sandbox.class, Sandbox.class);
    if (known != null) {
      return known;
    }
    var sandbox = start(parameter, context);
    store.put(Sandbox.class, sandbox);
    return sandbox;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    var sandbox = context.getStore(OURS).get(Sandbox.class, Sandbox.class);
    if (sandbox != null) {
      Post.mortem(context, sandbox);
      sandbox.close();
    }
  }
}
