package dev.startill.server.pages;

/**
 * Something known. Immutable.
 *
 * @param name what it is
 * @param value how it is
 * @param href where there is more of it, or empty
 * @param kind {@code charge} for what is written like code, or empty
 */
public record Fact(String name, String value, String href, String kind) {
  static Fact of(String name, String value) {
    return new Fact(name, value, "", "");
  }

  static Fact linked(String name, String value, String href) {
    return new Fact(name, value, href, "");
  }

  static Fact code(String name, String value) {
    return new Fact(name, value, "", "charge");
  }
}
