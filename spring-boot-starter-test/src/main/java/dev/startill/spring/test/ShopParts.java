package dev.startill.spring.test;

import dev.startill.port.Fulfilment;
import dev.startill.port.Store;
import dev.startill.port.Telegram;
import dev.startill.telegram.http.UpdateHandler;
import java.util.Set;
import org.springframework.boot.test.context.filter.annotation.StandardAnnotationCustomizableTypeExcludeFilter;

/** Which components of an application {@link StartillTest} finds. Made by Spring. */
final class ShopParts extends StandardAnnotationCustomizableTypeExcludeFilter<StartillTest> {
  private static final Set<Class<?>> PARTS =
      Set.of(Fulfilment.class, UpdateHandler.class, Store.class, Telegram.class);

  ShopParts(Class<?> testClass) {
    super(testClass);
  }

  @Override
  protected Set<Class<?>> getKnownIncludes() {
    return PARTS;
  }
}
