package dev.startill.telegram.http;

import dev.startill.intake.Update;
import dev.startill.party.BuyerId;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;

/** One update as it came in. Immutable. */
public sealed interface Incoming {
  /** {@code update_id}; empty where not even that could be read. */
  OptionalLong number();

  /** Whether somebody waits for the answer to a checkout. */
  default boolean isCheckout() {
    return this instanceof Understood understood && understood.update() instanceof Update.Checkout;
  }

  /** Whether Stars came or went with it. */
  default boolean isMoney() {
    return switch (this) {
      case Unreadable unreadable -> unreadable.ofMoney();
      case Understood understood ->
          understood.update() instanceof Update.Payment
              || understood.update() instanceof Update.Refunded;
    };
  }

  /** What it means that it is given up; empty if that is no more than a word lost. */
  default String loss() {
    return isMoney()
        ? "It is a payment or a refund: nothing was booked. Telegram's statement"
            + " (getStarTransactions) still has it."
        : "";
  }

  /**
   * One that can be read.
   *
   * @param id {@code update_id}; Telegram may restart it anywhere, so it is no key
   * @param update what payments care about
   * @param word what a shop cares about
   */
  record Understood(long id, Update update, Word word) implements Incoming {
    @Override
    public OptionalLong number() {
      return OptionalLong.of(id);
    }
  }

  /**
   * One that cannot. There is nothing to do but to say so: the same bytes would come again.
   *
   * @param id {@code update_id}, where at least that could be read
   * @param reason names the field, and quotes no text of strangers
   * @param ofMoney whether it brought a payment or a refund, so that a person must look
   */
  record Unreadable(OptionalLong id, String reason, boolean ofMoney) implements Incoming {
    @Override
    public OptionalLong number() {
      return id;
    }

    /** For people. */
    public String words() {
      return "Update %s cannot be read and is nothing to payments: %s.%s"
          .formatted(
              id.isPresent() ? id.getAsLong() : "without a number",
              reason,
              ofMoney
                  ? " It brought money, of which nothing was booked: look for it among the bot's"
                      + " transactions, which Telegram's statement still tells of."
                  : "");
    }

    /** Says so: an ERROR where it is of money, for then a person must look, and else a WARN. */
    public void tell(Logger log) {
      if (ofMoney) {
        log.error("{}", words());
      } else {
        log.warn("{}", words());
      }
    }
  }

  /** What somebody said to the bot. */
  sealed interface Word {}

  /** Nothing that a shop answers. */
  record Silence() implements Word {}

  /**
   * A text message.
   *
   * @param chat where: a user's id in the private chat, negative in groups
   * @param isPrivate whether it is the private chat; a shop says nothing elsewhere
   * @param from who
   * @param text what, as it stands
   */
  record Said(long chat, boolean isPrivate, BuyerId from, String text) implements Word {
    /** The command that it is, if it is one: {@code /buy@shop_bot book} names "buy". */
    public Optional<Command> command() {
      if (!text.startsWith("/")) {
        return Optional.empty();
      }
      var end = 1;
      while (end < text.length() && isPartOfName(text.charAt(end))) {
        end++;
      }
      var name = text.substring(1, end).toLowerCase(Locale.ROOT);
      var at = end;
      if (end < text.length() && text.charAt(end) == '@') {
        at++;
        while (at < text.length() && isPartOfName(text.charAt(at))) {
          at++;
        }
      }
      var isOne =
          !name.isEmpty() && (at == text.length() || Character.isWhitespace(text.charAt(at)));
      var bot = at > end ? Optional.of(text.substring(end + 1, at)) : Optional.<String>empty();
      return isOne
          ? Optional.of(new Command(name, bot, text.substring(at).strip()))
          : Optional.empty();
    }

    private static boolean isPartOfName(char letter) {
      return letter == '_'
          || (letter >= '0' && letter <= '9')
          || (letter >= 'a' && letter <= 'z')
          || (letter >= 'A' && letter <= 'Z');
    }
  }

  /**
   * A command.
   *
   * @param name without the slash, in lower case
   * @param bot to which bot it was said, if it was said
   * @param argument what follows, empty if nothing does; a deep link's parameter after "start"
   */
  record Command(String name, Optional<String> bot, String argument) {}

  /**
   * A button was pressed.
   *
   * @param callback {@code callback_query.id}, which awaits answerCallbackQuery
   * @param from who
   * @param data what the button carries, empty if nothing
   */
  record Pressed(String callback, BuyerId from, String data) implements Word {}
}
