package dev.startill.server.pages;

import dev.startill.payment.OrderId;
import dev.startill.port.Books;
import dev.startill.port.Books.DeadLetter;
import dev.startill.server.pages.OutboxView.Letter;
import dev.startill.server.words.LetterWords;
import dev.startill.server.words.Wording;

/** Makes the page of messages that were given up. Threads share it. */
final class OutboxPages {
  private static final int SHOWN = 100;

  private final Books books;

  OutboxPages(Books books) {
    this.books = books;
  }

  OutboxView view(Frame frame) {
    var letters = books.deadLetters(SHOWN + 1);
    return new OutboxView(
        frame,
        Wording.waiting(books.waitingMessages()),
        letters.stream().limit(SHOWN).map(OutboxPages::letter).toList(),
        letters.size() > SHOWN);
  }

  private static Letter letter(DeadLetter letter) {
    return new Letter(
        letter.id().value(),
        LetterWords.what(letter.message()),
        LetterWords.buyer(letter.message()),
        letter.message().order().map(OrderId::value).orElse(""),
        letter.because(),
        Wording.counted(letter.attempts(), "attempt"),
        Stamp.of(letter.died()));
  }
}
