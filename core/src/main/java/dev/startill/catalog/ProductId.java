package dev.startill.catalog;

import java.util.regex.Pattern;

/**
 * A product's name in the catalogue: 1–64 of {@code a-z A-Z 0-9 _ . -}. Immutable.
 *
 * @param value as the merchant wrote it
 */
public record ProductId(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

  public ProductId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "A product id has 1 to 64 letters, digits, '_', '.' or '-', unlike '" + value + "'.");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
