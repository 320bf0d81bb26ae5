package dev.startill.sandbox.botapi;

import dev.startill.sandbox.wire.Json;
import dev.startill.sandbox.wire.Shapes;
import dev.startill.sandbox.world.Content;
import dev.startill.sandbox.world.Media;
import dev.startill.sandbox.world.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Albums: several files in as many messages that a client shows as one. */
final class AlbumMethods {
  private static final int MOST = 10;

  private AlbumMethods() {}

  static void addTo(Map<String, Method> table) {
    table.put("sendmediagroup", AlbumMethods::sendMediaGroup);
  }

  private static Reply sendMediaGroup(Call call) {
    var circumstances = Circumstances.read(call);
    var items = items(call);
    var chatId = call.chatId();
    return Reply.result(
        call.world()
            .with(
                world -> {
                  var chat = world.chats().reachable(call.bot().id(), chatId);
                  var marks = circumstances.in(call, world, chat);
                  check(items);
                  var contents = new ArrayList<Content>();
                  items.forEach(item -> contents.add(item.in(world)));
                  call.pace(world, chat, contents.size());
                  var shapes = new Shapes(world.people());
                  var sent = Json.array();
                  world
                      .chats()
                      .sendAlbum(call.bot().id(), chat, contents, marks)
                      .forEach(message -> sent.add(shapes.message(message)));
                  return sent;
                }));
  }

  private static List<InputMedia> items(Call call) {
    var text = call.parameters().required("media");
    var list =
        Json.read(text).orElseThrow(() -> Refusal.badRequest("can't parse media JSON object"));
    if (!list.isArray()) {
      throw Refusal.badRequest("expected an Array of InputMedia");
    }
    return list.valueStream()
        .map(item -> Unreadable.naming("InputMedia", () -> InputMedia.read(call, item, true)))
        .toList();
  }

  /** The rules of an album, in the order of TDLib (MessageContent.cpp). */
  private static void check(List<InputMedia> items) {
    if (items.size() > MOST) {
      throw Refusal.badRequest("too many messages to send as an album");
    }
    if (items.isEmpty()) {
      throw Refusal.badRequest("there are no messages to send");
    }
    boolean above = items.getFirst().caption().above();
    if (items.stream().anyMatch(item -> item.caption().above() != above)) {
      throw Refusal.badRequest(
          "parameter show_caption_above_media must be the same for all messages");
    }
    var kinds = items.stream().map(InputMedia::kind).collect(Collectors.toSet());
    for (var alone : List.of(Media.Kind.AUDIO, Media.Kind.DOCUMENT)) {
      if (kinds.size() > 1 && kinds.contains(alone)) {
        var word = alone == Media.Kind.AUDIO ? "Audio" : "Document";
        throw Refusal.badRequest(word + " can't be mixed with other media types");
      }
    }
  }
}
