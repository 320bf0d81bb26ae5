package dev.startill.doctor;

import dev.startill.port.SettingsException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * All that a doctor found, in the order of looking. Immutable.
 *
 * @param findings the well ones among them
 */
public record Diagnosis(List<Finding> findings) {
  public Diagnosis {
    findings = List.copyOf(findings);
  }

  /** Whether nothing {@link Severity#FAIL fails}; there may be warnings. */
  public boolean isHealthy() {
    return count(Severity.FAIL) == 0;
  }

  /** What is not well: the warnings and what fails. */
  public List<Finding.Ill> ills() {
    return findings.stream()
        .filter(Finding.Ill.class::isInstance)
        .map(Finding.Ill.class::cast)
        .toList();
  }

  /** How many are so bad. */
  public long count(Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }

  /**
   * For a bot's start: goes on if nothing fails.
   *
   * @return this
   * @throws SettingsException that names what fails, each with its remedy
   */
  public Diagnosis requireHealthy() {
    if (!isHealthy()) {
      throw new SettingsException(
          ills().stream()
              .filter(ill -> ill.severity() == Severity.FAIL)
              .map(ill -> ill.what() + " " + ill.ailment().remedy())
              .collect(Collectors.joining("\n")));
    }
    return this;
  }
}
