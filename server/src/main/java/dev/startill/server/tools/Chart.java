package dev.startill.server.tools;

import dev.startill.doctor.Diagnosis;
import dev.startill.doctor.Finding;
import dev.startill.doctor.Severity;
import java.util.LinkedHashMap;
import java.util.Map;

/** How the doctor's findings are written down. */
final class Chart {
  private static final String INDENT = "\n" + " ".repeat(18);

  private Chart() {}

  /** A line, its later lines and the remedy indented below the first. */
  static String line(Finding finding) {
    return "%-5s %-11s %s"
        .formatted(
            finding.severity().word(),
            finding.subject().word(),
            (finding.what() + remedy(finding)).replace("\n", INDENT));
  }

  private static String remedy(Finding finding) {
    return switch (finding) {
      case Finding.Well well -> "";
      case Finding.Ill ill -> "\n→ " + ill.ailment().remedy();
    };
  }

  /** The last line. */
  static String summary(Diagnosis diagnosis) {
    var ill = diagnosis.count(Severity.FAIL);
    var doubtful = diagnosis.count(Severity.WARN);
    if (ill > 0) {
      return (ill == 1 ? "1 thing is ill" : ill + " things are ill")
          + (doubtful == 0 ? "." : "; %d to look at.".formatted(doubtful));
    }
    return doubtful == 0 ? "All is well." : "Nothing is ill; %d to look at.".formatted(doubtful);
  }

  static Map<String, Object> forMachine(Diagnosis diagnosis) {
    var map = new LinkedHashMap<String, Object>();
    map.put("healthy", diagnosis.isHealthy());
    map.put("checks", diagnosis.findings().stream().map(Chart::forMachine).toList());
    return map;
  }

  private static Map<String, String> forMachine(Finding finding) {
    var map = new LinkedHashMap<String, String>();
    map.put("level", finding.severity().word());
    map.put("check", finding.subject().word());
    map.put("words", finding.what());
    if (finding instanceof Finding.Ill ill) {
      map.put("ailment", ill.ailment().code());
      map.put("remedy", ill.ailment().remedy());
    }
    return map;
  }
}
