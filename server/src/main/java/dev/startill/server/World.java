package dev.startill.server;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * What a server takes from around it. Immutable.
 *
 * @param clock what time it is
 * @param random what nobody can guess
 * @param key where the operator's key lies
 * @param portOption what to change if the port is taken, in words for the operator
 */
record World(InstantSource clock, RandomGenerator random, Path key, String portOption) {
  /** The real one, for a database at this URL. */
  static World real(String storeUrl) {
    return new World(
        InstantSource.system(),
        new SecureRandom(),
        KeyPlace.beside(storeUrl),
        "Choose another with 'http: { port: … }' or STARTILL_PORT.");
  }
}
