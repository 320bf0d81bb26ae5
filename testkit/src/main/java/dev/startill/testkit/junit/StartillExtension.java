package dev.startill.testkit.junit;

import dev.startill.sandbox.Sandbox;
import dev.startill.sandbox.junit.SandboxParameter;
import dev.startill.testkit.InMemoryStore;
import dev.startill.testkit.ManualClock;
import dev.startill.testkit.RecordingTelegram;
import java.lang.reflect.Executable;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;

/**
 * Gives tests what {@link StartillSandbox} says. Thread-safe: what a test was given is kept with
 * that test.
 */
public final class StartillExtension extends SandboxParameter {
  private static final ExtensionContext.Namespace OURS =
      ExtensionContext.Namespace.create(StartillExtension.class);

  private static final Map<Class<?>, Function<Kit, Object>> BESIDE_THE_SANDBOX =
      Map.of(
          ManualClock.class, Kit::clock,
          InMemoryStore.class, Kit::store,
          RecordingTelegram.class, Kit::telegram);

  /** Made by JUnit. */
  public StartillExtension() {}

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return super.supportsParameter(parameter, context)
        || (BESIDE_THE_SANDBOX.containsKey(parameter.getParameter().getType())
            && context.getTestMethod().isPresent());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    var give = BESIDE_THE_SANDBOX.get(parameter.getParameter().getType());
    return give == null ? super.resolveParameter(parameter, context) : give.apply(kitOf(context));
  }

  @Override
  protected Sandbox start(ParameterContext parameter, ExtensionContext context) {
    var kit = kitOf(context);
    if (takesAClock(parameter.getDeclaringExecutable())
        || takesAClock(context.getRequiredTestMethod())) {
      kit.clock();
    }
    return kit.sandbox();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    super.afterEach(context);
    kitOf(context).close();
  }

  private static boolean takesAClock(Executable method) {
    return List.of(method.getParameterTypes()).contains(ManualClock.class);
  }

  private static Kit kitOf(ExtensionContext context) {
    var store = context.getStore(OURS);
    var known = store.get(Kit.class, Kit.class);
    if (known != null) {
      return known;
    }
    var kit = new Kit();
    store.put(Kit.class, kit);
    return kit;
  }
}
