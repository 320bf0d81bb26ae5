package dev.startill.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A webhook behind a certificate that its owner signed himself. */
class HookCertificateTest {
  private static final String PASSWORD = "no secret";

  @TempDir private Path folder;

  private final BlockingQueue<String> posts = new LinkedBlockingQueue<>();
  private Sandbox sandbox;
  private Client bot;
  private HttpsServer server;
  private long ann;

  @BeforeEach
  void a_shop_on_https() throws IOException, InterruptedException, GeneralSecurityException {
    sandbox = Sandbox.builder().local(true).start();
    bot = new Client(sandbox);
    ann = bot.user("Ann", 0);
    keytool(
        "-genkeypair",
        "-alias",
        "shop",
        "-keyalg",
        "EC",
        "-dname",
        "CN=127.0.0.1",
        "-ext",
        "SAN=ip:127.0.0.1");
    keytool("-exportcert", "-rfc", "-alias", "shop", "-file", folder.resolve("a.pem").toString());
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(identity()));
    server.createContext(
        "/hook",
        exchange -> {
          posts.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void close() {
    sandbox.close();
    server.stop(0);
  }

  @Test
  void the_uploaded_certificate_is_trusted() throws IOException, InterruptedException {
    var answer = set(Files.readString(folder.resolve("a.pem")));
    assertThat(answer.description()).isEqualTo("Webhook was set");
    assertThat(info("has_custom_certificate")).isEqualTo("true");
    bot.says(ann, "hello");
    assertThat(posts.poll(10, TimeUnit.SECONDS)).contains("\"text\":\"hello\"");
  }

  @Test
  void without_it_nothing_is_delivered_and_the_bot_can_learn_why() {
    bot.ok("setWebhook", "{\"url\":\"" + url() + "\"}");
    bot.says(ann, "hello");
    long patience = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (info("last_error_message").isEmpty()) {
      assertThat(System.nanoTime()).isLessThan(patience);
    }
    assertThat(posts).isEmpty();
    assertThat(info("pending_update_count")).isEqualTo("1");
  }

  private Client.Answer set(String certificate) {
    var body =
        "--x\r\nContent-Disposition: form-data; name=\"url\"\r\n\r\n"
            + url()
            + "\r\n--x\r\nContent-Disposition: form-data; name=\"certificate\"; filename=\"a.pem\""
            + "\r\n\r\n"
            + certificate
            + "\r\n--x--\r\n";
    var path = "/bot" + Client.TOKEN + "/setWebhook";
    return bot.send(bot.post(path, "multipart/form-data; boundary=x", body));
  }

  private String url() {
    return "https://127.0.0.1:" + server.getAddress().getPort() + "/hook";
  }

  private String info(String field) {
    return bot.ok("getWebhookInfo", "{}").path(field).asString("");
  }

  private void keytool(String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(
        List.of("-keystore", store().toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
    var log = folder.resolve("keytool.log").toFile();
    var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
    assertThat(process.waitFor()).as(Files.readString(log.toPath())).isZero();
  }

  private SSLContext identity() throws IOException, GeneralSecurityException {
    var keys = KeyStore.getInstance(store().toFile(), PASSWORD.toCharArray());
    var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(keys, PASSWORD.toCharArray());
    var context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    return context;
  }

  private Path store() {
    return folder.resolve("keys.p12");
  }
}
