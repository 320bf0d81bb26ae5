package dev.startill.spring;

import dev.startill.port.Store;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.util.StringUtils;

/**
 * The one store of the bot. Immutable.
 *
 * @param store which
 * @param isShared whether other nodes may be on it: nobody knows that of a store that the
 *     application brings
 */
record ChosenStore(Store store, boolean isShared) {
  /**
   * The only bean of type Store, or the primary one.
   *
   * @param url of the properties, if they name one
   * @throws MisconfiguredException if there are two to choose from
   */
  static ChosenStore from(ListableBeanFactory beans, @Nullable String url) {
    var store = beans.getBeanProvider(Store.class).getIfUnique();
    if (store == null) {
      var names = beans.getBeanNamesForType(Store.class);
      throw new MisconfiguredException(
          "There are %d stores: %s. A bot's payments are in one."
              .formatted(names.length, Stream.of(names).sorted().collect(Collectors.joining(", "))),
          "Declare only one of them, or mark it with @Primary.");
    }
    var place = beans.getBeanProvider(StorePlace.class).getIfAvailable();
    if (place == null && StringUtils.hasText(url)) {
      throw new MisconfiguredException(
          "There are two stores: the application's bean of type Store, and startill.store.url.",
          "Take one away: a bot's payments are in one.");
    }
    return new ChosenStore(store, place == null || place.isShared());
  }
}
