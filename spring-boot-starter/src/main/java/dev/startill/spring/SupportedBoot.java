package dev.startill.spring;

import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which lines of Spring Boot the starter is tried on. Stateless. */
final class SupportedBoot {
  private static final Logger log = LoggerFactory.getLogger(SupportedBoot.class);
  private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)\\..*");
  private static final int OLDEST = 305;
  private static final int NEWEST_MAJOR = 4;

  private SupportedBoot() {}

  /**
   * Looks at the version that is there.
   *
   * @throws MisconfiguredException if it is older than 3.5
   */
  static void check(String version) {
    var parts = VERSION.matcher(version);
    if (!parts.matches()) {
      return;
    }
    var major = Integer.parseInt(parts.group(1));
    if (major * 100 + Integer.parseInt(parts.group(2)) < OLDEST) {
      throw new MisconfiguredException(
          "This is Spring Boot %s, and Startill's starter needs 3.5 or 4.".formatted(version),
          "Update Spring Boot; or leave the starter away and wire Startill by hand, as the guide"
              + " 'In your Java bot' tells.");
    }
    if (major > NEWEST_MAJOR) {
      log.warn("Startill's starter was not tried on Spring Boot {}.", version);
    }
  }
}
