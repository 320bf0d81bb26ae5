package dev.startill.sandbox.world;

/** An invoice link: {@code https://t.me/$slug}. */
public record Link(String slug, long bot, Invoice invoice) {
  private static final String FRONT = "https://t.me/$";

  /** The address as createInvoiceLink answers it. */
  public String url() {
    return FRONT + slug;
  }

  /** The slug of an address, or of what is left of one: {@code $slug} and {@code slug} do, too. */
  public static String slugOf(String address) {
    for (String front : new String[] {FRONT, "https://t.me/invoice/", "t.me/$", "$"}) {
      if (address.startsWith(front)) {
        return address.substring(front.length());
      }
    }
    return address;
  }
}
