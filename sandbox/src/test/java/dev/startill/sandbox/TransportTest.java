package dev.startill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses, tokens, the ways to send parameters, and the envelope of every answer. */
class TransportTest extends SandboxTest {
  @ParameterizedTest
  @CsvSource({
    "/nowhere, 404, Not Found",
    "/bot0123:abc/getMe, 401, Unauthorized: invalid token specified",
    "/bot123abc/getMe, 401, Unauthorized: invalid token specified",
    "/botabc:abc/getMe, 421, Misdirected Request: unallowed token specified",
    "/bot99999999999999999999:abc/getMe, 401, Unauthorized: invalid token specified",
    "/bot123456789:AAHtest-token_of_a_shop/frobnicate, 404, Not Found: method not found",
    "/bot123456789:AAHtest-token_of_a_shop/testify, 404, Not Found",
    "/bot123456789:AAHtest-token_of_a_shop/test/getMe, 401, Unauthorized",
    "/bot123456789:another-token/getMe, 401, Unauthorized",
  })
  void a_wrong_address_is_answered_as_telegram_does(String path, int status, String words) {
    var answer = bot.get(path);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.json().path("error_code").asInt()).isEqualTo(status);
    assertThat(answer.json().path("ok").asBoolean()).isFalse();
    assertThat(answer.description()).isEqualTo(words);
  }

  @Test
  void a_token_belongs_to_the_environment_that_saw_it_first() {
    assertThat(bot.get("/bot55:abc/test/getMe").status()).isEqualTo(200);
    assertThat(bot.get("/bot55:abc/getMe").description()).isEqualTo("Unauthorized");
  }

  @Test
  void methods_are_known_in_any_case_and_as_a_parameter() {
    assertThat(bot.get("/bot" + Client.TOKEN + "/GETME").status()).isEqualTo(200);
    assertThat(bot.get("/bot" + Client.TOKEN + "?method=getMe").status()).isEqualTo(200);
    assertThat(bot.get("/bot" + Client.TOKEN + "/getMe").result().path("username").asString())
        .isEqualTo("shop_123456789_bot");
  }

  @Test
  void a_method_that_is_not_emulated_says_so_and_is_journaled() {
    var answer = bot.call("verifyUser", "{\"chat_id\":1}");
    assertThat(answer.status()).isEqualTo(501);
    assertThat(answer.description())
        .isEqualTo("Not Implemented: the sandbox does not emulate verifyUser yet");
    assertThat(bot.get("/sandbox/calls?method=verifyUser").json()).hasSize(1);
  }

  @Test
  void other_verbs_are_not_implemented() {
    assertThat(bot.delete("/bot" + Client.TOKEN + "/getMe").status()).isEqualTo(501);
  }

  @Test
  void query_form_json_and_multipart_mean_the_same() {
    long ann = bot.user("Ann", 0);
    bot.says(ann, "hi");
    var path = "/bot" + Client.TOKEN + "/sendMessage";
    var multipart =
        "--x\r\nContent-Disposition: form-data; name=\"chat_id\"\r\n\r\n"
            + ann
            + "\r\n--x\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nhéllo & co\r\n--x--\r\n";
    var answers =
        Stream.of(
            bot.get(path + "?chat_id=" + ann + "&text=h%C3%A9llo+%26+co"),
            bot.send(
                bot.post(
                    path,
                    "application/x-www-form-urlencoded",
                    "chat_id=" + ann + "&text=h%C3%A9llo%20%26%20co")),
            bot.call("sendMessage", "{\"chat_id\":" + ann + ",\"text\":\"h\\u00e9llo & co\"}"),
            bot.send(bot.post(path, "multipart/form-data; boundary=x", multipart)));
    assertThat(answers)
        .allMatch(answer -> answer.result().path("text").asString().equals("héllo & co"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Disposition: form-data; name=\"thing\"; filename=\"guide 1.pdf\"",
        "content-disposition:form-data;name=\"thing\";filename=guide 1.pdf",
        "Content-Disposition: form-data; filename=guide 1.pdf; name=thing",
        "content-disposition: form-data; name=thing; filename*=UTF-8''x; filename=\"guide 1.pdf\""
      })
  void a_part_names_its_file_with_quotes_or_without(String header) {
    long ann = bot.user("Ann", 0);
    bot.says(ann, "hi");
    var body =
        "--x\r\ncontent-disposition:form-data;name=\"document\"\r\n\r\nattach://thing\r\n--x\r\n"
            + header
            + "\r\ncontent-type:application/pdf\r\n\r\n%PDF\r\n--x--\r\n";
    var path = "/bot" + Client.TOKEN + "/sendDocument?chat_id=" + ann;
    var answer = bot.send(bot.post(path, "multipart/form-data; boundary=x", body));
    var document = answer.result().path("document");
    assertThat(document.path("file_name").asString()).isEqualTo("guide 1.pdf");
    assertThat(document.path("mime_type").asString()).isEqualTo("application/pdf");
    assertThat(document.path("file_size").asInt()).isEqualTo(4);
  }

  @Test
  void the_query_string_wins() {
    long ann = bot.user("Ann", 0);
    bot.says(ann, "hi");
    var answer = bot.call("sendMessage?text=query", "{\"chat_id\":" + ann + ",\"text\":\"body\"}");
    assertThat(answer.result().path("text").asString()).isEqualTo("query");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"chat_id\":1,\"text\"", "[1,2]", "nonsense", "", "{\"chat_id\":1,\"text\":nul"})
  void of_a_broken_body_what_stood_before_the_break_counts(String body) {
    var answer = bot.call("sendInvoice", body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.description()).isEqualTo("Bad Request: parameter \"title\" is required");
  }

  @Test
  void null_is_the_text_null() {
    var nulls = Client.invoice("p", 5).replace("{\"title\"", "{\"provider_token\":null,\"title\"");
    assertThat(bot.call("createInvoiceLink", nulls).description())
        .isEqualTo("Bad Request: PAYMENT_PROVIDER_INVALID");
    var tips =
        Client.invoice("p", 5).replace("{\"title\"", "{\"suggested_tip_amounts\":null,\"title\"");
    assertThat(bot.call("createInvoiceLink", tips).description())
        .isEqualTo("Bad Request: expected an Array of suggested tip amounts");
  }

  @Test
  void a_body_over_one_mebibyte_is_refused() {
    var answer = bot.call("sendMessage", "{\"text\":\"" + "x".repeat(1 << 20) + "\"}");
    assertThat(answer.status()).isEqualTo(413);
    assertThat(bot.call("getMe", "{}").status()).isEqualTo(200);
  }

  @Test
  void a_long_text_fits_into_an_address() {
    long ann = bot.user("Ann", 0);
    bot.says(ann, "hi");
    var text = "%F0%9F%98%80".repeat(4096);
    var path = "/bot" + Client.TOKEN + "/sendMessage?chat_id=" + ann + "&text=" + text;
    assertThat(bot.get(path).result().path("text").asString()).isEqualTo("😀".repeat(4096));
  }

  @Test
  void half_a_surrogate_pair_is_no_text() {
    long ann = bot.user("Ann", 0);
    bot.says(ann, "hi");
    assertThat(
            bot.call("sendMessage", "{\"chat_id\":" + ann + ",\"text\":\"\\ud83d\"}").description())
        .isEqualTo("Bad Request: strings must be encoded in UTF-8");
    var bytes = bot.get("/bot" + Client.TOKEN + "/sendMessage?chat_id=" + ann + "&text=%FF");
    assertThat(bytes.description()).isEqualTo("Bad Request: strings must be encoded in UTF-8");
    assertThat(bot.get("/sandbox/calls").status()).isEqualTo(200);
  }

  @Test
  void deep_nesting_is_a_bad_request_and_no_crash() {
    var deep = "[".repeat(100_000);
    assertThat(bot.call("sendMessage", "{\"text\":" + deep).status()).isEqualTo(400);
    assertThat(bot.call("setMyCommands", "{\"commands\":\"" + deep + "\"}").status())
        .isEqualTo(400);
  }

  @Test
  void connections_are_kept_alive() throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), sandbox.port())) {
      socket.setSoTimeout(5_000);
      for (int i = 0; i < 3; i++) {
        var request = "GET /bot" + Client.TOKEN + "/getMe HTTP/1.1\r\nHost: x\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        assertThat(readOne(socket.getInputStream())).startsWith("HTTP/1.1 200");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Content-Length: 9\r\n\r\nhalf", "Transfer-Encoding: chunked\r\n\r\n9\r\nhalf"})
  void a_client_that_breaks_off_is_no_failure_of_the_sandbox(String rest) throws Exception {
    var failures = new CopyOnWriteArrayList<LogRecord>();
    var log = Logger.getLogger("dev.startill.sandbox.http.Front");
    var ear =
        new StreamHandler() {
          @Override
          public void publish(LogRecord record) {
            failures.add(record);
          }
        };
    log.addHandler(ear);
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), sandbox.port())) {
      socket.setSoTimeout(5_000);
      var request = "POST /bot" + Client.TOKEN + "/getMe HTTP/1.1\r\nHost: x\r\n" + rest;
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      socket.shutdownOutput();
      assertThat(socket.getInputStream().readAllBytes()).isEmpty();
    } finally {
      log.removeHandler(ear);
    }
    assertThat(failures).isEmpty();
    assertThat(bot.call("getMe", "{}").status()).isEqualTo(200);
  }

  private static String readOne(InputStream in) throws IOException {
    var text = new StringBuilder();
    while (!text.toString().endsWith("}}")) {
      int next = in.read();
      if (next < 0) {
        break;
      }
      text.append((char) next);
    }
    return text.toString();
  }
}
