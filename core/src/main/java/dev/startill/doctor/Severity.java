package dev.startill.doctor;

import java.util.Locale;

/** How bad a finding is. */
public enum Severity {
  /** It is well. */
  OK,
  /** Somebody should look at it; sales go on. */
  WARN,
  /** Sales, goods or refunds suffer until it is mended. */
  FAIL;

  /** As people read it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
