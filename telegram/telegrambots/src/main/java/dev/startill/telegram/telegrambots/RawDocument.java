package dev.startill.telegram.telegrambots;

import dev.startill.telegram.http.Carrier.Document;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * {@code sendDocument} with a file, its answer as it comes. The library streams files for its own
 * methods only, so this is one of them. For one call.
 */
final class RawDocument extends SendDocument {
  private volatile String answer = "";

  RawDocument(Document document) {
    super(document.fields().getOrDefault("chat_id", ""), new InputFile(document.file().toFile()));
    var caption = document.fields().get("caption");
    if (caption != null) {
      setCaption(caption);
    }
  }

  /** Keeps the answer; nobody asks for the message. */
  @Override
  public Message deserializeResponse(String whole) {
    answer = whole;
    return new Message();
  }

  String answer() {
    return answer;
  }
}
