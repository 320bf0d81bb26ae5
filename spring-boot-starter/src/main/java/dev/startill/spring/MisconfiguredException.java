package dev.startill.spring;

/** The application cannot sell as it is configured. Says what is wrong, and what to do. */
public final class MisconfiguredException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String remedy;

  /**
   * With both.
   *
   * @param what is wrong, as a sentence
   * @param remedy what to do, as a sentence
   */
  public MisconfiguredException(String what, String remedy) {
    super(what);
    this.remedy = remedy;
  }

  /** What to do. */
  public String remedy() {
    return remedy;
  }
}
