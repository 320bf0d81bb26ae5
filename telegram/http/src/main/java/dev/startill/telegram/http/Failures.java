package dev.startill.telegram.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Arrays;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** Tells from a client's exception what became of a call. Pure. */
public final class Failures {
  private Failures() {}

  /**
   * Of this failure, or of what the client wrapped into it. {@link NoSuccess} is an answer. It is
   * {@code Unsent} only if it, and whatever failed before it in the same call, was a failure to
   * connect: a client may have tried again by itself.
   */
  public static Attempt of(@Nullable Throwable failure) {
    for (var one = failure; one != null; one = one.getCause()) {
      if (one instanceof NoSuccess answer) {
        return new Attempt.Answered(answer.response());
      }
      if (one instanceof IOException e) {
        return neverLeft(e) && Arrays.stream(e.getSuppressed()).allMatch(Failures::neverLeft)
            ? Attempt.unsent(Words.of(e))
            : Attempt.unknown(Words.of(e));
      }
    }
    var kind = failure == null ? "nothing to tell" : failure.getClass().getName();
    return Attempt.unknown("the client failed with " + kind);
  }

  private static boolean neverLeft(Throwable failure) {
    return failure instanceof ConnectException
        || failure instanceof UnknownHostException
        || failure instanceof NoRouteToHostException
        || failure instanceof SSLHandshakeException
        || failure instanceof SSLPeerUnverifiedException
        || (failure instanceof SocketTimeoutException && isOfConnecting(failure.getMessage()));
  }

  /** The JDK has one exception for both timeouts, and tells them apart by these words alone. */
  private static boolean isOfConnecting(@Nullable String message) {
    return "Connect timed out".equals(message);
  }
}
