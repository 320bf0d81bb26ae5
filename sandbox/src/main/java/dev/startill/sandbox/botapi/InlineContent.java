package dev.startill.sandbox.botapi;

import dev.startill.sandbox.wire.Json;
import dev.startill.sandbox.wire.Parameters;
import dev.startill.sandbox.wire.Unicode;
import dev.startill.sandbox.world.Content;
import dev.startill.sandbox.world.Content.Card.Kind;
import dev.startill.sandbox.world.Refusal;
import dev.startill.sandbox.world.World;
import java.util.Optional;
import java.util.function.Function;

/** Reads an InputMessageContent: what a result posts in place of itself. */
final class InlineContent {
  private InlineContent() {}

  /**
   * What stands in {@code input_message_content}, or the older fields beside it.
   *
   * @throws Unreadable when it cannot be read, or is missing and must not be
   */
  static Optional<Function<World, Content>> of(Call call, Fields result, boolean required) {
    if (!result.has("input_message_content")) {
      var text = required ? result.required("message_text") : result.optional("message_text");
      return text.isEmpty() && !required ? Optional.empty() : Optional.of(text(result));
    }
    var content = result.requiredObject("input_message_content");
    if (!content.optional("message_text").isEmpty()) {
      return Optional.of(text(content));
    }
    if (content.has("latitude") && content.has("longitude")) {
      boolean venue = content.has("title") && content.has("address");
      return Optional.of(venue ? venue(content) : place(content));
    }
    if (content.has("phone_number")) {
      return Optional.of(contact(content));
    }
    if (content.has("payload")) {
      return Optional.of(invoice(call, content));
    }
    if (required) {
      throw new Unreadable("Input message content is not specified");
    }
    return Optional.empty();
  }

  private static Function<World, Content> text(Fields fields) {
    if (fields.optional("message_text").isEmpty()) {
      throw new Unreadable("Message text is empty");
    }
    var text = FormattedText.read(fields, "message_text", "entities");
    return world -> Texts.checked(text);
  }

  static Function<World, Content> place(Fields fields) {
    var json =
        Json.object()
            .put("latitude", fields.requiredReal("latitude"))
            .put("longitude", fields.requiredReal("longitude"));
    return world -> {
      Places.check(json);
      return new Content.Card(Kind.LOCATION, Json.text(json));
    };
  }

  static Function<World, Content> venue(Fields fields) {
    var json = Json.object();
    json.putObject("location")
        .put("latitude", fields.requiredReal("latitude"))
        .put("longitude", fields.requiredReal("longitude"));
    json.put("title", fields.required("title")).put("address", fields.required("address"));
    return world -> {
      Places.check(json);
      return new Content.Card(Kind.VENUE, Json.text(json));
    };
  }

  static Function<World, Content> contact(Fields fields) {
    var json =
        Json.object()
            .put("phone_number", fields.required("phone_number"))
            .put("first_name", fields.required("first_name"));
    for (var name : new String[] {"last_name", "vcard"}) {
      var text = fields.optional(name);
      if (!text.isEmpty()) {
        json.put(name, text);
      }
    }
    return world -> new Content.Card(Kind.CONTACT, Json.text(json));
  }

  /** An invoice is read as sendInvoice reads it; it never has a start_parameter. */
  private static Function<World, Content> invoice(Call call, Fields fields) {
    for (var name : new String[] {"title", "description", "payload", "currency"}) {
      var text = fields.required(name);
      if (name.equals("payload") && !Unicode.isWhole(text)) {
        throw new Unreadable("InputInvoiceMessageContent payload must be encoded in UTF-8");
      }
    }
    if (!fields.has("prices")) {
      throw new Unreadable("Can't find field \"prices\"");
    }
    var parameters = new Parameters();
    for (var field : fields.object().properties()) {
      var node = field.getValue();
      var text = node.isString() ? node.stringValue() : Json.text(node);
      if (!field.getKey().equals("start_parameter")
          && !field.getKey().equals("subscription_period")) {
        parameters.add(field.getKey(), new Parameters.Value(text, !node.isString()));
      }
    }
    var knobs = call.world().look(world -> world.knobs());
    var parser = new InvoiceParser(new Call(call.bot(), parameters, call.world()), knobs);
    try {
      var read = parser.read();
      return world -> new Content.Offer(read.check(), call.bot().id());
    } catch (Refusal e) {
      throw Unreadable.from(e);
    }
  }
}
