package dev.startill.server.config;

import dev.startill.server.config.Problems.Place;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What every part of a reading shares.
 *
 * @param file as it was named to us
 * @param environment the variables of the process
 * @param problems where to note what is wrong
 */
record Reading(Path file, Map<String, String> environment, Problems problems) {
  /** A variable that is set to something. */
  Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  /** A path in the file is meant from where the file lies. */
  Path beside(String path) {
    return file.toAbsolutePath().resolveSibling(path).normalize();
  }

  Place line(int line) {
    return new Place(file.toString(), line);
  }
}
