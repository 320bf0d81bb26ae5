package dev.startill.sandbox.world;

import java.util.regex.Pattern;

/** An invoice link: {@code https://t.me/$slug}. */
public record Link(String slug, long bot, Invoice invoice) {
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:(?:https?://)?(?:t\\.me|telegram\\.me)/)?(?:\\$|invoice/)?([A-Za-z0-9_-]+)/?");

  /** The address as createInvoiceLink answers it. */
  public String url() {
    return "https://t.me/$" + slug;
  }

  /** The slug in any spelling of a link's address; empty when it is none. */
  static String slugOf(String address) {
    var matcher = ADDRESS.matcher(address.strip());
    return matcher.matches() ? matcher.group(1) : "";
  }
}
