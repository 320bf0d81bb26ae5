package dev.startill.server.config;

import dev.startill.catalog.Delivery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads {@code deliver:} of a product. For one thread, once. */
final class DeliveryReader {
  private static final List<String> KINDS = List.of("text", "file", "codes", "handler");

  private final Section product;

  DeliveryReader(Section product) {
    this.product = product;
  }

  Optional<Chosen> read() {
    if (!product.has("deliver")) {
      product.missing("deliver", "Write how the goods reach the buyer: deliver: { text: … }.");
    }
    var deliver = product.section("deliver");
    var chosen = KINDS.stream().filter(deliver::has).toList();
    var read =
        KINDS.stream()
            .flatMap(kind -> deliver.value(kind).flatMap(s -> chosen(kind, s)).stream())
            .toList();
    deliver.nothingElse();
    if (product.has("deliver") && chosen.size() != 1) {
      deliver.problem(
          deliver.path() + (chosen.isEmpty() ? " names no kind." : " names more than one kind."),
          "Write one of text, file, codes.");
    }
    return chosen.size() == 1 ? read.stream().findFirst() : Optional.empty();
  }

  private static Optional<Chosen> chosen(String kind, Setting setting) {
    return switch (kind) {
      case "text" -> text(setting);
      case "file" -> file(setting);
      case "codes" -> codes(setting);
      default -> handler(setting);
    };
  }

  private static Optional<Chosen> text(Setting setting) {
    return setting
        .text()
        .map(Delivery.Text::new)
        .filter(text -> fitsAMessage(setting, text))
        .map(text -> new Chosen(text, Optional.empty()));
  }

  /** Too long a text would be found out only after it was paid for. */
  private static boolean fitsAMessage(Setting setting, Delivery.Text text) {
    var length = text.longest();
    if (length > Delivery.Text.MAX_LENGTH) {
      setting.problem(
          "has %d characters once {order} and {buyer} are filled in.".formatted(length),
          "Telegram takes 4096 in one message, an emoji being two or more: shorten it.");
    }
    return length <= Delivery.Text.MAX_LENGTH;
  }

  private static Optional<Chosen> file(Setting setting) {
    var file = setting.text().map(Delivery.File::new);
    return file.flatMap(f -> f.isUrl() ? Optional.of(f) : onDisk(setting, f.location()))
        .map(delivery -> new Chosen(delivery, Optional.empty()));
  }

  private static Optional<Delivery.File> onDisk(Setting setting, String name) {
    return readable(setting, name)
        .filter(
            path -> {
              var isSmall = sizeOf(path) <= Delivery.File.MAX_SIZE;
              if (!isSmall) {
                setting.problem(
                    "is a file of more than 50 MB.",
                    "A bot may send no larger one: give a link to it with 'text:'.");
              }
              return isSmall;
            })
        .map(path -> new Delivery.File(path.toString()));
  }

  private static Optional<Chosen> codes(Setting setting) {
    return setting
        .text()
        .flatMap(name -> readable(setting, name))
        .filter(path -> hasCodes(setting, path))
        .map(path -> new Chosen(new Delivery.Code(), Optional.of(path)));
  }

  private static boolean hasCodes(Setting setting, Path path) {
    try {
      if (!CodesFile.read(path).isEmpty()) {
        return areSendable(setting.reading(), path);
      }
      setting.problem("is an empty file.", "Write the codes into it, one a line.");
    } catch (IOException e) {
      setting.problem("is a file that cannot be read.", "Save it as UTF-8, one code a line.");
    }
    return false;
  }

  private static boolean areSendable(Reading reading, Path path) throws IOException {
    var tooLong = CodesFile.tooLong(path);
    for (var line : tooLong) {
      reading
          .problems()
          .add(
              new Problems.Place(path.toString(), line),
              "this code has more than %d characters.".formatted(CodesFile.LONGEST),
              "It fits into no message: shorten it, or deliver a file.");
    }
    return tooLong.isEmpty();
  }

  private static Optional<Chosen> handler(Setting setting) {
    setting.problem(
        "is for those who use Startill as a library: the server has no Java handlers.",
        "Write one of text, file, codes.");
    return Optional.empty();
  }

  private static Optional<Path> readable(Setting setting, String name) {
    var path = setting.reading().beside(name);
    if (Files.isRegularFile(path) && Files.isReadable(path)) {
      return Optional.of(path);
    }
    setting.problem(
        "is " + setting.quoted() + ", but " + path + " is no file that we may read.",
        "A path is meant from where this file lies.");
    return Optional.empty();
  }

  private static long sizeOf(Path path) {
    try {
      return Files.size(path);
    } catch (IOException e) {
      return 0;
    }
  }

  /**
   * The kind that was chosen.
   *
   * @param delivery for the terms
   * @param codes where the codes are, if it is codes
   */
  record Chosen(Delivery delivery, Optional<Path> codes) {}
}
