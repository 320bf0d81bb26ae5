package dev.startill.sandbox.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HookAddressTest {
  @ParameterizedTest
  @CsvSource({
    "shop.example, true, '', shop.example, 443, /",
    "https://Shop.Example/a?b=c, true, '', shop.example, 443, /a?b=c",
    "HTTP://shop.example:8080, false, '', shop.example, 8080, /",
    "https://me:pw@shop.example:08443/x, true, me:pw, shop.example, 8443, /x",
    "https://[2001:db8::1]:88/x, true, '', [2001:db8::1], 88, /x",
    "https://shop.example?q=1, true, '', shop.example, 443, /?q=1",
    "https://shop.example/a b, true, '', shop.example, 443, /a%20b",
    "https://bücher.example/, true, '', xn--bcher-kva.example, 443, /",
  })
  void an_address_is_taken_apart(
      String url, boolean tls, String userInfo, String host, int port, String target) {
    assertThat(HookAddress.parse(url)).contains(new HookAddress(tls, userInfo, host, port, target));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://shop.example",
        "https://",
        "https://.",
        "https://shop example/",
        "https://shop.example:0/",
        "https://shop.example:65536/",
        "https://shop.example:x/",
        "https://shop.example:/",
        "https://[::zz]/",
        "ht tp://x",
      })
  void what_is_no_address_is_refused(String url) {
    assertThat(HookAddress.parse(url)).isEmpty();
  }
}
