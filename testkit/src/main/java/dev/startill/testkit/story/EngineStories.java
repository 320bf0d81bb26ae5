package dev.startill.testkit.story;

import dev.startill.settings.Settings;
import dev.startill.testkit.store.StoreContract.Opened;
import java.time.InstantSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Timeout;

/**
 * What the engine does over every store, story by story. A subclass opens an empty store; it
 * inherits the stories.
 */
@Timeout(60)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class EngineStories {
  /** Only for subclasses. */
  protected EngineStories() {}

  /** Opens a store on which nothing was written yet. The story closes it. */
  protected abstract Opened open(InstantSource clock, Settings settings);

  @Nested
  class At_the_front_door extends DoorStories {
    @Override
    Opened open(InstantSource clock, Settings settings) {
      return EngineStories.this.open(clock, settings);
    }
  }

  @Nested
  class Of_a_pass extends PassStories {
    @Override
    Opened open(InstantSource clock, Settings settings) {
      return EngineStories.this.open(clock, settings);
    }
  }

  @Nested
  class Of_checkouts extends CheckoutStories {
    @Override
    Opened open(InstantSource clock, Settings settings) {
      return EngineStories.this.open(clock, settings);
    }
  }

  @Nested
  class Of_money extends MoneyStories {
    @Override
    Opened open(InstantSource clock, Settings settings) {
      return EngineStories.this.open(clock, settings);
    }
  }

  @Nested
  class Of_a_refund extends RefundStories {
    @Override
    Opened open(InstantSource clock, Settings settings) {
      return EngineStories.this.open(clock, settings);
    }
  }

  @Nested
  class Of_the_statement extends StatementStories {
    @Override
    Opened open(InstantSource clock, Settings settings) {
      return EngineStories.this.open(clock, settings);
    }
  }

  @Nested
  class Of_a_line_without_its_payload extends LineWithoutPayloadStories {
    @Override
    Opened open(InstantSource clock, Settings settings) {
      return EngineStories.this.open(clock, settings);
    }
  }
}
