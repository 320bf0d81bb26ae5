package dev.startill.sandbox;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** One sandbox a test, with one bot known to it. */
abstract class SandboxTest {
  Sandbox sandbox;
  Client bot;

  /** How the sandbox is to be; in memory and with Telegram's rules unless a test says otherwise. */
  Sandbox.Builder wish() {
    return Sandbox.builder();
  }

  @BeforeEach
  void start() {
    sandbox = wish().start();
    bot = new Client(sandbox);
    bot.ok("getMe", "{}");
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }
}
