package dev.startill.server.tools;

import dev.startill.doctor.Ailment;
import dev.startill.doctor.Finding;
import dev.startill.doctor.Subject;
import dev.startill.jdbc.ServeLock;

/** What the doctor sees of a shop's server. */
final class Service {
  private Service() {}

  static Finding of(Office office) {
    if (!office.isServed()) {
      return Ailment.SERVER_STOPPED.found("None runs on this store.");
    }
    return HealthCall.reason(office.config().http())
        .<Finding>map(reason -> Ailment.SERVER_TROUBLED.found("It runs, and says: " + reason))
        .orElseGet(() -> new Finding.Well(Subject.SERVER, "It runs" + number(office) + "."));
  }

  private static String number(Office office) {
    if (office.config().isShared()) {
      return "";
    }
    var holder = ServeLock.holder(office.config().store());
    return holder.isPresent() ? ", as process " + holder.getAsLong() : "";
  }
}
