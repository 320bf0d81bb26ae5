package dev.startill.doctor;

/** What a doctor found about one thing. Immutable. */
public sealed interface Finding {
  /** What was looked at. */
  Subject subject();

  /** What was found, in sentences. */
  String what();

  /** How bad it is. */
  Severity severity();

  /**
   * It is well.
   *
   * @param subject what was looked at
   * @param what was found
   */
  record Well(Subject subject, String what) implements Finding {
    @Override
    public Severity severity() {
      return Severity.OK;
    }
  }

  /**
   * It is not.
   *
   * @param ailment what is wrong, and the remedy
   * @param what was found
   */
  record Ill(Ailment ailment, String what) implements Finding {
    @Override
    public Subject subject() {
      return ailment.subject();
    }

    @Override
    public Severity severity() {
      return ailment.severity();
    }
  }
}
