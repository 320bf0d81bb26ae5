package dev.startill.sandbox;

import java.util.List;
import java.util.Map;

/** Addresses, tokens, and a server that is not there for everybody. */
final class TransportScenes {
  private static final String TOKEN = "/bot" + Client.TOKEN;

  private TransportScenes() {}

  static void addTo(Map<String, Scene> scenes) {
    scenes.put("wrong-path", paths("/nowhere", TOKEN + "/testify"));
    scenes.put("unknown-method", paths(TOKEN + "/frobnicate", TOKEN + "?method=frobnicate"));
    scenes.put(
        "invalid-token",
        paths(
            "/bot0123:abc/getMe",
            "/bot123abc/getMe",
            "/bot" + (1L << 54) + ":abc/getMe",
            "/bot1:" + "x".repeat(79) + "/getMe"));
    scenes.put("unallowed-token", paths("/botabc:abc/getMe"));
    scenes.put(
        "unknown-token",
        Scene.in(wish -> wish.strictTokens(true), stage -> stage.bot.get("/bot7:abc/getMe")));
    scenes.put(
        "flood",
        Scene.of(
            stage -> {
              stage.bot.post(
                  "/sandbox/faults",
                  "{\"method\":\"getMe\",\"action\":\"error\",\"error_code\":429,"
                      + "\"retry_after\":7}");
              return stage.bot.call("getMe", "{}");
            }));
    scenes.put(
        "closed-twice",
        new Scene(
            wish -> wish,
            (stage, row) -> {
              var never = stage.bot.get("/bot7:abc/close");
              stage.bot.ok("close", "{}");
              return List.of(never, stage.bot.call("close", "{}"));
            }));
    scenes.put(
        "logged-out",
        new Scene(
            wish -> wish,
            (stage, row) -> {
              stage.bot.ok("logOut", "{}");
              return List.of(stage.bot.call("getMe", "{}"), stage.bot.call("logOut", "{}"));
            }));
    scenes.put(
        "restart",
        Scene.of(
            stage -> {
              var poll = stage.poll();
              stage.sandbox.close();
              return poll.join();
            }));
  }

  private static Scene paths(String... paths) {
    return new Scene(
        wish -> wish, (stage, row) -> List.of(paths).stream().map(stage.bot::get).toList());
  }
}
