package dev.startill.server;

import dev.startill.sandbox.Sandbox;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** {@code sandbox}: the pretend Telegram alone. */
final class SandboxAlone {
  private SandboxAlone() {}

  static void run(List<String> arguments) {
    var options =
        Options.of(
            arguments, Set.of("--port", "--bind", "--data"), Set.of("--strict-tokens", "--local"));
    var wishes =
        Sandbox.builder()
            .port(options.port("--port", Demo.SANDBOX_PORT))
            .bind(options.text("--bind", "127.0.0.1"))
            .strictTokens(options.has("--strict-tokens"))
            .local(options.has("--local"));
    if (options.has("--data")) {
      wishes.data(Path.of(options.text("--data", "")));
    }
    var sandbox = Ports.opened(wishes::start, "--port");
    System.out.println(
        "The sandbox is ready at " + sandbox.url() + " after " + Running.age() + ".");
    System.out.println(
        "Give this address to a bot instead of https://api.telegram.org, or open it to chat.");
    Running.until(sandbox::close);
  }
}
