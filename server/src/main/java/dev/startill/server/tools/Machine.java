package dev.startill.server.tools;

import dev.startill.doctor.Ailment;
import dev.startill.doctor.Finding;
import dev.startill.doctor.Subject;

/** What the doctor sees of this machine. */
final class Machine {
  private static final int LEAST_JAVA = 21;

  private Machine() {}

  static Finding java() {
    var words =
        "%s of %s."
            .formatted(System.getProperty("java.version"), System.getProperty("java.vendor"));
    return Runtime.version().feature() >= LEAST_JAVA
        ? new Finding.Well(Subject.JAVA, words)
        : Ailment.JAVA_OLD.found(words);
  }
}
