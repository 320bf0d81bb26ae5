package dev.startill.port;

/**
 * A case's id: {@code case_…}. Immutable.
 *
 * @param value the text
 */
public record CaseId(String value) {
  public CaseId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("A case's id is not empty.");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
