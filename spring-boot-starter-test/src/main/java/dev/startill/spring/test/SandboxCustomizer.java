package dev.startill.spring.test;

import dev.startill.sandbox.Sandbox;
import dev.startill.spring.FallbackStore;
import dev.startill.spring.StartillProperties.Updates;
import dev.startill.spring.test.AutoConfigureSandbox.Place;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Puts a sandbox under a context before its beans are made. Two that are equal share a context.
 * Immutable.
 *
 * @param store where the books are kept
 * @param updates who brings the updates
 */
record SandboxCustomizer(Place store, Updates updates) implements ContextCustomizer {
  @Override
  public void customizeContext(
      ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
    var beans = (GenericApplicationContext) context;
    var properties = new HashMap<String, Object>();
    var sandbox = Sandbox.builder().local(true).start();
    beans.registerBean("startillSandbox", Sandbox.class, () -> sandbox);
    beans.registerBean(
        "startillSandboxClock",
        InstantSource.class,
        sandbox::clock,
        definition -> definition.setPrimary(true));
    properties.put("startill.telegram.api-url", sandbox.url().toString());
    properties.put("startill.telegram.token", sandbox.token());
    properties.put("startill.telegram.updates", updates.name().toLowerCase(Locale.ROOT));
    // Databases of tests are fast, and forget when the machine dies.
    properties.put("startill.store.require-durable", "false");
    if (store == Place.OF_THE_TEST) {
      var folder = ScratchFolder.create();
      beans.registerBean("startillScratchFolder", ScratchFolder.class, () -> folder);
      beans.registerBean("startillFallbackStore", FallbackStore.class, folder::store);
      properties.put("startill.store.url", "");
    }
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("startill-sandbox", Map.copyOf(properties)));
  }
}
