package dev.startill.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many codes there are, on the orders' page. */
class CodesShownTest {
  private static final String VOUCHER =
      """
        - id: voucher
          command: voucher
          title: Voucher
          description: A code.
          stars: 50
          deliver: { codes: codes.txt }
      """;

  @TempDir Path folder;

  @Test
  void a_code_that_was_taken_back_is_still_counted() throws IOException, InterruptedException {
    Files.writeString(folder.resolve("codes.txt"), "A-1\nA-2\nA-3\n");
    try (var street = new Street(folder, VOUCHER, Duration.ZERO);
        var server = street.serves()) {
      var ann = street.telegram().buyer("Ann").withStars(100);
      assertThat(page(server)).contains("3 free, 0 held, 0 sold<");
      ann.sends("/voucher");
      var charge = ann.pays().charge();
      ann.reads("A-1");
      assertThat(page(server)).contains("2 free, 0 held, 1 sold<");
      assertThat(street.types("refund", charge).status()).isZero();
      assertThat(page(server)).contains("2 free, 0 held, 0 sold, 1 taken back<");
    }
  }

  private static String page(ShopServer server) throws IOException, InterruptedException {
    var address = URI.create(server.key().addressOn(server.url().toString()));
    try (var client = HttpClient.newHttpClient()) {
      return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body();
    }
  }
}
