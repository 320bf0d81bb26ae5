package dev.startill.spring.test;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.TestContextAnnotationUtils;

/** Finds {@link AutoConfigureSandbox}. Made by Spring, which reads {@code spring.factories}. */
final class SandboxFactory implements ContextCustomizerFactory {
  @Override
  public @Nullable ContextCustomizer createContextCustomizer(
      Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
    var wish =
        TestContextAnnotationUtils.findMergedAnnotation(testClass, AutoConfigureSandbox.class);
    return wish == null ? null : new SandboxCustomizer(wish.store(), wish.updates());
  }
}
