package dev.startill.sandbox.botapi;

import dev.startill.sandbox.wire.Avatar;
import dev.startill.sandbox.wire.Json;
import dev.startill.sandbox.wire.MediaShapes;
import dev.startill.sandbox.world.Media;
import dev.startill.sandbox.world.Refusal;
import java.util.Map;

/** What bots ask about people. */
final class UserMethods {
  private UserMethods() {}

  static void addTo(Map<String, Method> table) {
    table.put("getuserprofilephotos", UserMethods::profilePhotos);
  }

  /** Everybody has one photo, which the sandbox draws: a colour that is their own. */
  private static Reply profilePhotos(Call call) {
    long user = call.parameters().number("user_id", 0, 0, Long.MAX_VALUE);
    if (user == 0) {
      throw Refusal.badRequest("invalid user_id specified");
    }
    long offset = call.parameters().number("offset", 0, 0, Integer.MAX_VALUE);
    return Reply.result(
        call.world()
            .with(
                world -> {
                  if (world.people().user(user).isEmpty() && world.people().bot(user).isEmpty()) {
                    throw Refusal.badRequest("user not found");
                  }
                  var path = "profile_photos/user_" + user + ".png";
                  var photo =
                      world
                          .files()
                          .keepAt(
                              path,
                              Media.of(Media.Kind.PHOTO).measuring(Avatar.SIDE, Avatar.SIDE),
                              "image/png",
                              () -> Avatar.of(user));
                  var json = Json.object().put("total_count", 1);
                  var photos = json.putArray("photos");
                  if (offset == 0) {
                    photos.add(MediaShapes.photo(photo));
                  }
                  return json;
                }));
  }
}
