package dev.startill.spring;

import dev.startill.port.Fulfilment;
import dev.startill.port.JoinedFulfilment;
import java.util.Optional;

/** Whether the application's transactions can be those that mark goods as handed over. */
@FunctionalInterface
interface Joining {
  /** The handlers in such transactions; nothing where they are called apart from the mark. */
  Optional<JoinedFulfilment> joined(Fulfilment handlers);
}
