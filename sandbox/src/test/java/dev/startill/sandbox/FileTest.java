package dev.startill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.sandbox.Shop.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files: sent in every way, shown as what they are, and fetched again. */
class FileTest extends ShopTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "video | {\"duration\":5,\"width\":640,\"height\":480 | 'duration':5,'width':640,'height':480",
        "audio | {\"duration\":7 | 'duration':7,'title':'Song','performer':'Band'",
        "voice | {\"duration\":3 | 'duration':3",
        "animation | {\"duration\":2,\"width\":9,\"height\":8 | 'duration':2,'width':9,'height':8",
        "video_note | {\"duration\":1,\"length\":240 | 'duration':1,'length':240",
        "sticker | {\"width\":512,\"height\":512 | 'emoji':'x'",
      })
  void each_kind_has_the_object_of_its_name(String kind, String begins, String parameters) {
    var method = "send" + kind.replace("_", "");
    var sent = shop.sends(method, parameters + ",'" + kind + "':'https://shop.example/a.bin'");
    var object = sent.path(kind);
    assertThat(object.toString()).startsWith(begins);
    assertThat(object.path("file_id").asString()).isNotEmpty();
    assertThat(object.path("file_unique_id").asString()).isNotEmpty();
    assertThat(sent.has("document")).isEqualTo(kind.equals("animation"));
    assertThat(shop.last().path(kind)).isEqualTo(object);
    assertThat(shop.refusal(method, "'caption':'x'"))
        .isEqualTo("Bad Request: there is no " + kind.replace('_', ' ') + " in the request");
  }

  @Test
  void a_photo_has_the_size_of_its_picture_and_is_found_by_getFile() {
    var sent =
        shop.uploads(
                "sendPhoto",
                new Part("photo", "a.png", Shop.png(320, 200)),
                Part.field("caption", "<b>Cup</b>"),
                Part.field("parse_mode", "HTML"),
                Part.field("show_caption_above_media", "true"),
                Part.field("has_spoiler", "1"))
            .result();
    assertThat(sent.at("/photo/0/width").asInt()).isEqualTo(320);
    assertThat(sent.at("/photo/0/height").asInt()).isEqualTo(200);
    assertThat(sent.at("/caption_entities/0/type").asString()).isEqualTo("bold");
    assertThat(sent.path("show_caption_above_media").asBoolean()).isTrue();
    assertThat(sent.path("has_media_spoiler").asBoolean()).isTrue();
    var file = shop.bot.ok("getFile", "{\"file_id\":" + sent.at("/photo/0/file_id") + "}");
    assertThat(file.path("file_unique_id")).isEqualTo(sent.at("/photo/0/file_unique_id"));
    assertThat(file.path("file_path").asString()).matches("photos/file_\\d+\\.jpg");
    var path = "/file/bot" + Client.TOKEN + "/" + file.path("file_path").asString();
    var bytes = shop.bot.get(path).http();
    assertThat(bytes.statusCode()).isEqualTo(200);
    assertThat(bytes.body()).startsWith("\uFFFDPNG");
    assertThat(shop.bot.get(path.replace("AAH", "BBH")).status()).isEqualTo(401);
    assertThat(shop.bot.get(path.replace("/photos/", "/test/photos/")).status()).isEqualTo(401);
    assertThat(shop.bot.get(path + "x").description()).isEqualTo("Not Found");
    assertThat(shop.bot.get("/file/bot" + Client.TOKEN).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "5000,5001,PHOTO_INVALID_DIMENSIONS",
    "2100,100,PHOTO_INVALID_DIMENSIONS",
    "0,10,IMAGE_PROCESS_FAILED"
  })
  void a_picture_that_is_none_or_a_strip_is_no_photo(int width, int height, String error) {
    var answer = shop.uploads("sendPhoto", new Part("photo", "a.png", Shop.png(width, height)));
    assertThat(answer.description()).isEqualTo("Bad Request: " + error);
    assertThat(
            shop.uploads("sendDocument", new Part("document", "a.png", Shop.png(width, height)))
                .status())
        .isEqualTo(200);
  }

  @Test
  void a_file_keeps_its_kind_for_ever() {
    var document =
        shop.sends("sendDocument", "'document':'https://shop.example/a.pdf'").path("document");
    var photo = shop.sends("sendPhoto", "'photo':'https://shop.example/a.png'").path("photo");
    assertThat(shop.refusal("sendPhoto", "'photo':" + document.path("file_id")))
        .isEqualTo("Bad Request: can't use file of type Document as Photo");
    assertThat(shop.refusal("sendVideo", "'video':" + photo.at("/0/file_id")))
        .isEqualTo("Bad Request: can't use file of type Photo as Video");
    assertThat(shop.sends("sendVideo", "'video':" + document.path("file_id")).path("document"))
        .isEqualTo(document);
  }

  @Test
  void what_cannot_be_fetched_is_said_in_Telegrams_words() {
    var address = shop.sends("sendDocument", "'document':'https://shop.example/a.pdf'");
    assertThat(shop.refusal("getFile", "'file_id':" + address.at("/document/file_id")))
        .isEqualTo("Bad Request: wrong file_id or the file is temporarily unavailable");
    assertThat(shop.refusal("getFile", "'file_id':'nothing'"))
        .isEqualTo("Bad Request: invalid file_id");
    assertThat(shop.refusal("getFile", "'x':1")).isEqualTo("Bad Request: file_id not specified");
    var big =
        shop.uploads("sendDocument", new Part("document", "big.bin", new byte[(20 << 20) + 1]))
            .result();
    assertThat(shop.refusal("getFile", "'file_id':" + big.at("/document/file_id")))
        .isEqualTo("Bad Request: file is too big");
  }

  @Test
  void a_caption_has_1024_characters_at_most() {
    var photo = "'photo':'https://shop.example/a.png','caption':'";
    shop.sends("sendPhoto", photo + "😀".repeat(1024) + "'");
    assertThat(shop.refusal("sendPhoto", photo + "x".repeat(1025) + "'"))
        .isEqualTo("Bad Request: message caption is too long");
  }

  @Test
  void an_album_is_several_messages_that_belong_together() {
    var sent =
        shop.uploads(
                "sendMediaGroup",
                new Part("one", "a.png", Shop.png(30, 20)),
                new Part("two", "b.png", Shop.png(40, 20)),
                Part.field(
                    "media",
                    "[{\"type\":\"photo\",\"media\":\"attach://one\",\"caption\":\"*A*\","
                        + "\"parse_mode\":\"MarkdownV2\"},"
                        + "{\"type\":\"photo\",\"media\":\"attach://two\"},"
                        + "{\"type\":\"video\",\"media\":\"https://shop.example/c.mp4\","
                        + "\"duration\":\"12\",\"width\":2}]"))
            .result();
    assertThat(sent).hasSize(3);
    assertThat(sent.at("/0/caption").asString()).isEqualTo("A");
    assertThat(sent.at("/1/photo/0/width").asInt()).isEqualTo(40);
    assertThat(sent.at("/2/video/duration").asInt()).isEqualTo(12);
    assertThat(sent.at("/0/media_group_id").asString()).isNotEmpty();
    assertThat(sent.at("/2/media_group_id")).isEqualTo(sent.at("/0/media_group_id"));
    assertThat(shop.last()).isEqualTo(sent.get(2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'x':1 | parameter \"media\" is required",
        "'media':'[' | can't parse media JSON object",
        "'media':{} | expected an Array of InputMedia",
        "'media':[] | there are no messages to send",
        "'media':[1] | can't parse InputMedia: expected an Object",
        "'media':[{'media':'https://a.example'}] | can't parse InputMedia: Can't find field \"type\"",
        "'media':[{'type':'photo'}] | can't parse InputMedia: media not found",
        "'media':[{'type':'photo','media':'attach://no'}] | can't parse InputMedia: media not found",
        "'media':[{'type':'poll','media':'https://a.example'}] | can't parse InputMedia: type \"poll\" is unsupported",
        "'media':[{'type':'animation','media':'https://a.example'}] | can't parse InputMedia: type \"animation\" can't be used in sendMediaGroup",
        "'media':[{'type':'photo','media':'nothing'}] | wrong file identifier/HTTP URL specified",
        "'media':[{'type':'photo','media':'https://a.example','caption':'<b>','parse_mode':'HTML'}] | can't parse InputMedia: Can't parse entities: Can't find end tag corresponding to start tag \"b\"",
        "'media':[{'type':'video','media':'https://a.example','width':'x'}] | can't parse InputMedia: Field \"width\" must be a valid Number",
        "'media':[{'type':'audio','media':'https://a.example'},{'type':'photo','media':'https://a.example'}] | Audio can't be mixed with other media types",
        "'media':[{'type':'document','media':'https://a.example'},{'type':'audio','media':'https://a.example'}] | Audio can't be mixed with other media types",
        "'media':[{'type':'photo','media':'https://a.example','show_caption_above_media':true},{'type':'photo','media':'https://a.example'}] | parameter show_caption_above_media must be the same for all messages",
      })
  void an_album_that_is_none_is_refused(String parameters, String words) {
    var before = shop.chat().size();
    assertThat(shop.refusal("sendMediaGroup", parameters))
        .isEqualToIgnoringCase("Bad Request: " + words);
    assertThat(shop.chat()).hasSize(before);
  }

  @Test
  void eleven_are_too_many_and_one_is_no_album() {
    var item = "{'type':'photo','media':'https://a.example'}";
    var eleven = "[" + (item + ",").repeat(10) + item + "]";
    assertThat(shop.refusal("sendMediaGroup", "'media':" + eleven))
        .isEqualTo("Bad Request: too many messages to send as an album");
    assertThat(shop.sends("sendMediaGroup", "'media':[" + item + "]").get(0).has("media_group_id"))
        .isFalse();
  }
}
