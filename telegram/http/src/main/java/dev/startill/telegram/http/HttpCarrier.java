package dev.startill.telegram.http;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLSocketFactory;

/** Over connections of our own: the only place that spells a URL. Threads share it. */
final class HttpCarrier implements Carrier {
  private final Address address;
  private final BotToken token;
  private final RandomGenerator chance;
  private final Connections answers;
  private final Connections sends;
  private final Connections polls;

  HttpCarrier(
      Address address,
      BotToken token,
      HttpSettings settings,
      Supplier<SSLSocketFactory> tls,
      RandomGenerator chance) {
    this.address = address;
    this.token = token;
    this.chance = chance;
    this.answers = new Connections(address, tls, settings.connect(), settings.connections());
    this.sends = new Connections(address, tls, settings.connect(), settings.connections());
    this.polls = new Connections(address, tls, settings.connect(), 2);
  }

  @Override
  public Attempt call(Call call) {
    var request = Request.json(address, token.pathTo(call.method()), call.json());
    return attempt(over(call.lane()), request, call.patience(), call.longest());
  }

  @Override
  public Attempt upload(Document document) {
    try {
      var path = token.pathTo("sendDocument");
      var upload = Upload.of(address, path, document.fields(), document.file(), chance);
      return attempt(sends, upload, document.patience(), Document.LONGEST);
    } catch (NotSentException e) {
      return Attempt.unsent(Words.of(e));
    }
  }

  @Override
  public String place() {
    return address.toString();
  }

  @Override
  public void close() {
    polls.close();
    sends.close();
    answers.close();
  }

  private Connections over(Lane lane) {
    return switch (lane) {
      case ANSWERS -> answers;
      case SENDS -> sends;
      case POLLS -> polls;
    };
  }

  private static Attempt attempt(
      Connections over, Request request, Duration patience, int longest) {
    try {
      return new Attempt.Answered(over.call(request, Deadline.in(patience), longest));
    } catch (NotSentException e) {
      return Attempt.unsent(Words.of(e));
    } catch (IOException e) {
      return Attempt.unknown(Words.of(e));
    }
  }
}
