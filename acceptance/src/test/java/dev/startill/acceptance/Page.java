package dev.startill.acceptance;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** The operator's page, opened with its key as a browser would. */
final class Page {
  private Page() {}

  /** The text of the first page. */
  static String of(Shop shop) {
    return of(shop.page());
  }

  static String of(URI page) {
    try (var browser =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build()) {
      var response = browser.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new AssertionError(page + " answered " + response.statusCode());
      }
      return response.body();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
