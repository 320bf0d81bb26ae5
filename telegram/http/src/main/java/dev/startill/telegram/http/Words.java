package dev.startill.telegram.http;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/** Says in a few words what became of a connection. */
final class Words {
  private Words() {}

  /** Of this failure; never a URL. */
  static String of(Exception failure) {
    if (failure instanceof SocketTimeoutException) {
      return "no reply in time";
    }
    if (failure instanceof ConnectException) {
      return "connection refused";
    }
    if (failure instanceof UnknownHostException) {
      return "the host is unknown here";
    }
    var message = failure.getMessage();
    if (failure instanceof SSLException) {
      return "TLS failed" + (message == null ? "" : " (" + message + ")");
    }
    return message == null ? failure.getClass().getSimpleName() : message;
  }
}
