package dev.startill.sandbox.webapp;

import dev.startill.sandbox.wire.Json;
import dev.startill.sandbox.world.Bot;
import dev.startill.sandbox.world.Refusal;
import dev.startill.sandbox.world.User;
import dev.startill.sandbox.world.WebAppSession;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/** Writes a Mini App's address with all that Telegram's clients put behind it. Thread-safe. */
public final class Launcher {
  /** The version of the Mini App interface that the chat page speaks. */
  private static final String VERSION = "9.1";

  /** The public half of the key behind {@code signature}, in hexadecimal. */
  public static final String PUBLIC_KEY = SandboxKey.PUBLIC;

  private static final Map<String, String> LIGHT =
      Map.of(
          "bg_color", "#ffffff",
          "secondary_bg_color", "#f1f1f4",
          "text_color", "#0f1419",
          "hint_color", "#707579",
          "link_color", "#3390ec",
          "button_color", "#3390ec",
          "button_text_color", "#ffffff");

  private static final Map<String, String> DARK =
      Map.of(
          "bg_color", "#17212b",
          "secondary_bg_color", "#0e1621",
          "text_color", "#f5f5f5",
          "hint_color", "#7f91a4",
          "link_color", "#6ab3f3",
          "button_color", "#5288c1",
          "button_text_color", "#ffffff");

  private final WebAppKeys keys;

  /** Signs with the keys of the tokens that were seen. */
  public Launcher(WebAppKeys keys) {
    this.keys = keys;
  }

  /**
   * What a client needs to show an opened Mini App.
   *
   * @throws Refusal 409 when the bot's token was not seen since the sandbox began
   */
  public ObjectNode launch(WebAppSession session, Bot bot, User user, Page page) {
    var key =
        keys.of(bot)
            .orElseThrow(
                () ->
                    Refusal.of(
                        409,
                        "Conflict: init data is signed with the bot's token, which the sandbox does"
                            + " not keep in its file; let the bot make one call first"));
    var data =
        session.launch() == WebAppSession.Launch.KEYBOARD_BUTTON
            ? ""
            : InitData.of(session, user, key);
    var theme = theme(page.dark());
    var fragment =
        "tgWebAppData="
            + InitData.escaped(data)
            + "&tgWebAppVersion="
            + VERSION
            + "&tgWebAppPlatform=weba&tgWebAppThemeParams="
            + InitData.escaped(Json.text(theme));
    var json = Json.object().put("id", session.id()).put("url", page.with(session, fragment));
    json.put("init_data", data).put("launch", session.launch().name().toLowerCase(Locale.ROOT));
    var themes = json.putObject("themes");
    themes.set("light", theme(false));
    themes.set("dark", theme(true));
    return json;
  }

  private static ObjectNode theme(boolean dark) {
    var theme = Json.object();
    new TreeMap<>(dark ? DARK : LIGHT).forEach(theme::put);
    return theme;
  }

  /** The page behind a button, and in which colours it is shown. */
  public record Page(String url, boolean dark) {
    /** As Telegram's clients write it: parameters behind the hash, a start parameter before it. */
    String with(WebAppSession session, String fragment) {
      int hash = url.indexOf('#');
      var before = hash < 0 ? url : url.substring(0, hash);
      var own = hash < 0 ? "" : url.substring(hash + 1);
      if (!session.startParam().isEmpty()) {
        before +=
            (before.contains("?") ? "&" : "?")
                + "tgWebAppStartParam="
                + InitData.escaped(session.startParam());
      }
      var joint = own.isEmpty() ? "" : own + (own.contains("?") ? "&" : "?");
      return before + "#" + joint + fragment;
    }
  }
}
