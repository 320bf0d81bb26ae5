package dev.startill.telegram.http;

import dev.startill.port.Checkup;
import dev.startill.telegram.http.Carrier.Call;
import dev.startill.telegram.http.Carrier.Lane;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** {@link Checkup} over HTTP. Threads share it. Made by {@link HttpBot#telegram()}. */
final class HttpCheckup implements Checkup {
  /** A bot's commands are for everybody, or for all private chats. */
  private static final List<String> SCOPES = List.of("default", "all_private_chats");

  private final Caller caller;
  private final HttpSettings settings;
  private final BotApi api;
  private final Carrier carrier;
  private final Supplier<Asking> asking;

  /** Of a bot whose calls are carried so, and whose own asking for updates this tells of. */
  HttpCheckup(Caller caller, HttpSettings settings, Carrier carrier, Supplier<Asking> asking) {
    this.caller = caller;
    this.settings = settings;
    this.api = new BotApi(caller, settings);
    this.carrier = carrier;
    this.asking = asking;
  }

  @Override
  public String place() {
    return carrier.place();
  }

  @Override
  public Identity identity() {
    var call = new Call(Lane.SENDS, "getMe", Json.NOTHING, settings.call(), Caller.LONGEST_RESULT);
    return switch (caller.raw(call)) {
      case Attempt.Answered answered -> identity(answered.response());
      case Attempt.Failed failed ->
          throw Results.failure("does not say who the bot is", failed.reply());
    };
  }

  private Identity identity(Response response) {
    return switch (Replies.of(response, caller.token())) {
      case Outcome.Ok ok -> {
        var me = Results.me(ok.body(), caller.token());
        var name = me.username().map(username -> "@" + username).orElse(me.firstName());
        yield new Identity(me.id(), name, me.hasTopics(), response.at());
      }
      case Outcome.Failed failed ->
          throw Results.failure("does not say who the bot is", failed.reply());
    };
  }

  @Override
  public Route route() {
    return api.webhookInfo();
  }

  @Override
  public Set<String> commands() {
    var all = new HashSet<String>();
    for (var scope : SCOPES) {
      var body =
          Json.object(json -> json.writeStringProperty("scope", "{\"type\":\"" + scope + "\"}"));
      switch (call("getMyCommands", body)) {
        case Outcome.Ok ok -> all.addAll(Results.commands(ok.body()));
        case Outcome.Failed failed ->
            throw Results.failure("does not say which commands it shows", failed.reply());
      }
    }
    return all;
  }

  @Override
  public Asking asking() {
    return asking.get();
  }

  /** Without an offset nothing is acknowledged, and without a list of kinds the last one stays. */
  @Override
  public boolean isPolledElsewhere(Duration patience) {
    var body =
        Json.object(
            json -> {
              json.writeNumberProperty("limit", 1);
              json.writeNumberProperty("timeout", patience.toSeconds());
            });
    var outcome = caller.call(Lane.POLLS, "getUpdates", body, patience.plus(Polling.FOR_THE_WAY));
    return Rival.isMetBy(outcome.reply());
  }

  private Outcome call(String method, byte[] body) {
    return caller.call(Lane.SENDS, method, body, settings.call());
  }
}
