package dev.startill.sandbox.testing;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Chats and calls in plain words, a line each, for those who read why a test failed. */
final class Transcript {
  private static final int LONGEST = 300;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);

  private Transcript() {}

  static String chat(List<Message> messages) {
    return messages.isEmpty()
        ? "  (nothing)"
        : messages.stream()
            .map(message -> "  " + line(message))
            .collect(Collectors.joining(System.lineSeparator()));
  }

  static String calls(List<Call> calls) {
    return calls.isEmpty()
        ? "  (none)"
        : calls.stream()
            .map(call -> "  " + line(call))
            .collect(Collectors.joining(System.lineSeparator()));
  }

  /** The newest of a long list. */
  static <T> List<T> last(List<T> all, int most) {
    return all.subList(Math.max(0, all.size() - most), all.size());
  }

  static String line(Message message) {
    var json = message.json();
    var line =
        new StringBuilder("#" + message.id())
            .append(' ')
            .append(TIME.format(Instant.ofEpochSecond(json.path("date").asLong())))
            .append(' ')
            .append(json.path("from").path("first_name").asString("?"))
            .append(": ")
            .append(content(message));
    for (var button : message.buttons()) {
      line.append(" [").append(button.text()).append(']');
    }
    return cut(line.append(json.has("edit_date") ? " (edited)" : "").toString());
  }

  private static String content(Message message) {
    var json = message.json();
    if (message.isInvoice()) {
      var invoice = json.path("invoice");
      return "<invoice \"%s\", %s Stars>"
          .formatted(invoice.path("title").asString(""), invoice.path("total_amount").asString(""));
    }
    for (var field : List.of("successful_payment", "refunded_payment")) {
      if (json.has(field)) {
        var payment = json.path(field);
        return "<%s of %s Stars, %s…>"
            .formatted(
                field.replace('_', ' '),
                payment.path("total_amount").asString(""),
                start(payment.path("telegram_payment_charge_id").asString("")));
      }
    }
    if (json.has("document")) {
      return "<document %s> %s".formatted(message.at("/document/file_name"), message.text());
    }
    return message.text().isEmpty() ? "<" + kind(json) + ">" : message.text();
  }

  private static String line(Call call) {
    var parameters = new StringBuilder();
    call.request()
        .propertyNames()
        .forEach(
            name ->
                parameters
                    .append(parameters.isEmpty() ? "" : ", ")
                    .append(name)
                    .append('=')
                    .append(call.parameter(name)));
    var answer = call.ok() ? "200" : call.status() == 0 ? "no answer" : call.error();
    return cut("%s(%s)".formatted(call.method(), parameters)) + " → " + answer;
  }

  private static String kind(JsonNode json) {
    return json.propertyNames().stream()
        .filter(
            name -> !List.of("message_id", "from", "chat", "date", "reply_markup").contains(name))
        .findFirst()
        .orElse("empty");
  }

  private static String start(String charge) {
    return charge.substring(0, Math.min(12, charge.length()));
  }

  private static String cut(String line) {
    var flat = line.replaceAll("\\R", " ⏎ ");
    return flat.length() <= LONGEST ? flat : flat.substring(0, LONGEST) + "…";
  }
}
