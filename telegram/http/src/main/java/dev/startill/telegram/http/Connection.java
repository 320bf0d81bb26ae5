package dev.startill.telegram.http;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * One connection to the Bot API, one call at a time, blocking: on a virtual thread that is cheap,
 * and it knows exactly whether a request left whole. For one thread at a time, save {@link #close}.
 */
final class Connection implements Closeable {
  /** Up to here the kernel's send buffer takes a request at once; longer ones may block. */
  private static final int FITS_SEND_BUFFER = 16 * 1024;

  private final Socket socket;
  private final OutputStream out;
  private final ResponseReader reader;
  private long idleSince;

  private Connection(Socket socket) throws IOException {
    this.socket = socket;
    this.out = socket.getOutputStream();
    this.reader = new ResponseReader(socket, socket.getInputStream());
  }

  /**
   * Connects, trying each of the host's addresses.
   *
   * @throws NotSentException if none could be reached, or its certificate is not to be trusted
   */
  static Connection open(
      Address address, Supplier<SSLSocketFactory> tls, Duration patience, Deadline until)
      throws NotSentException {
    var last = new IOException("no address");
    try {
      for (var ip : InetAddress.getAllByName(address.resolvable())) {
        try {
          return connect(ip, address, tls, sooner(Deadline.in(patience), until));
        } catch (IOException e) {
          last = e;
        }
      }
    } catch (UnknownHostException e) {
      throw new NotSentException("The host " + address.host() + " is not known.", e);
    }
    throw new NotSentException(
        "%s cannot be reached: %s.".formatted(address, Words.of(last)), last);
  }

  /**
   * Says one thing and hears the reply.
   *
   * @throws NotSentException if the request did not leave whole
   * @throws IOException if it left, and the reply did not come, or cannot be read
   */
  Response exchange(Request request, Deadline until, int longestBody) throws IOException {
    try {
      send(request, until);
    } catch (NotSentException e) {
      throw e;
    } catch (IOException e) {
      throw new NotSentException("The connection broke while sending: " + Words.of(e) + ".", e);
    }
    return reader.read(until, longestBody);
  }

  /** Whether the other side has hung up meanwhile. Costs a millisecond. */
  boolean stale() {
    return reader.stale();
  }

  void idleFrom(long nanos) {
    idleSince = nanos;
  }

  long idleSince() {
    return idleSince;
  }

  @Override
  public void close() {
    closeQuietly(socket);
  }

  private void send(Request request, Deadline until) throws IOException {
    if (request.length() <= FITS_SEND_BUFFER) {
      request.writeTo(out);
      return;
    }
    var alarm = Thread.startVirtualThread(() -> closeAt(until, socket));
    try {
      request.writeTo(out);
    } finally {
      alarm.interrupt();
    }
  }

  private static Connection connect(
      InetAddress ip, Address address, Supplier<SSLSocketFactory> tls, Deadline until)
      throws IOException {
    var socket = new Socket();
    try {
      socket.setTcpNoDelay(true);
      socket.connect(new InetSocketAddress(ip, address.port()), until.millisLeft());
      return new Connection(address.tls() ? secured(socket, address, tls, until) : socket);
    } catch (IOException | RuntimeException e) {
      closeQuietly(socket);
      throw e;
    }
  }

  private static Socket secured(
      Socket socket, Address address, Supplier<SSLSocketFactory> tls, Deadline until)
      throws IOException {
    var secured =
        (SSLSocket) tls.get().createSocket(socket, address.resolvable(), address.port(), true);
    var parameters = secured.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secured.setSSLParameters(parameters);
    secured.setSoTimeout(until.millisLeft());
    secured.startHandshake();
    return secured;
  }

  private static Deadline sooner(Deadline one, Deadline other) {
    return one.nanosLeft() < other.nanosLeft() ? one : other;
  }

  /** A write to a full socket has no timeout of its own. */
  private static void closeAt(Deadline until, Socket socket) {
    try {
      Thread.sleep(Duration.ofNanos(Math.max(0, until.nanosLeft())));
      closeQuietly(socket);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void closeQuietly(@Nullable Closeable closeable) {
    try {
      if (closeable != null) {
        closeable.close();
      }
    } catch (IOException e) {
      // It is gone either way.
    }
  }
}
