package dev.startill.spring;

import dev.startill.catalog.Catalog;
import dev.startill.doctor.Ailment;
import dev.startill.doctor.Diagnosis;
import dev.startill.doctor.Doctor;
import dev.startill.doctor.Finding;
import dev.startill.doctor.Severity;
import dev.startill.doctor.Subject;
import dev.startill.port.Store;
import dev.startill.settings.Settings;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the doctor look at the store and the goods before anything is sold: whatever could not reach
 * a buyer shall not be found out by the first one who paid. Telegram is not asked.
 *
 * @param catalog what is on sale
 * @param store where the books are
 * @param settings the engine's
 * @param clock the engine's
 * @param mustLast whether a store that may lose what it acknowledged ends the start
 */
record Inspection(
    Catalog catalog, Store store, Settings settings, InstantSource clock, boolean mustLast) {
  private static final Logger log = LoggerFactory.getLogger(Inspection.class);

  /**
   * Looks, once the codes are in the stock.
   *
   * @throws MisconfiguredException that tells all that fails
   */
  void requireHealthy() {
    var goods =
        diagnosis(
            doctor -> {
              doctor.goods(catalog);
              doctor.stock(catalog, store);
            });
    var keeping = diagnosis(doctor -> doctor.store(store, settings));
    var failing = new ArrayList<>(failing(goods));
    if (mustLast) {
      failing.addAll(failing(keeping));
    }
    if (!failing.isEmpty()) {
      throw new MisconfiguredException(
          joined(failing.stream().map(Finding.Ill::what).toList()),
          joined(failing.stream().map(ill -> ill.ailment().remedy()).distinct().toList()));
    }
    warn(goods);
    warn(keeping);
  }

  private Diagnosis diagnosis(Consumer<Doctor> asking) {
    var findings = new ArrayList<Finding>();
    asking.accept(new Doctor(clock, findings::add));
    return new Diagnosis(findings);
  }

  /** A full disk ends no start: there are refunds to make, and payments that wait. */
  private static List<Finding.Ill> failing(Diagnosis diagnosis) {
    return diagnosis.ills().stream()
        .filter(ill -> ill.severity() == Severity.FAIL)
        .filter(ill -> ill.ailment() != Ailment.DISK_FULL)
        .toList();
  }

  /** Of the statement nothing: it is read as soon as the engine runs. */
  private static void warn(Diagnosis diagnosis) {
    diagnosis.ills().stream()
        .filter(ill -> ill.subject() != Subject.STATEMENT)
        .forEach(ill -> log.warn("{} {}", ill.what(), ill.ailment().remedy()));
  }

  private static String joined(List<String> sentences) {
    return sentences.stream().collect(Collectors.joining(System.lineSeparator()));
  }
}
