package dev.startill.sandbox.delivery;

import dev.startill.sandbox.world.Webhook;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

/** Posts updates to one webhook over connections that it keeps. Thread-safe. */
final class Poster implements AutoCloseable {
  private static final int CONNECT_MILLIS = 10_000;

  @SuppressWarnings("ArrayRecordComponent") // bytes are never changed, nor compared
  private record Request(byte[] head, byte[] update, Deadline deadline) {}

  private final Webhook webhook;
  private final HookAddress address;
  private final Duration patience;
  private final Deque<Line> idle = new ConcurrentLinkedDeque<>();
  private volatile boolean closed;

  /** For a webhook whose address was read before; an exchange with it may take so long in all. */
  Poster(Webhook webhook, Duration patience) {
    this.webhook = webhook;
    this.address =
        HookAddress.parse(webhook.url())
            .orElseThrow(() -> new IllegalArgumentException("no address: " + webhook.url()));
    this.patience = patience;
  }

  Attempt post(byte[] update) {
    try (var deadline = new Deadline(patience)) {
      var attempt = post(update, deadline);
      return attempt instanceof Attempt.Broken && deadline.isOver()
          ? new Attempt.Broken("Read timeout expired")
          : attempt;
    }
  }

  private Attempt post(byte[] update, Deadline deadline) {
    var request = new Request(head(update.length), update, deadline);
    try {
      var kept = idle.poll();
      return kept == null ? once(open(deadline), request) : again(kept, request);
    } catch (InterruptedIOException | EOFException e) {
      return new Attempt.Broken("Connection closed");
    } catch (SSLException | GeneralSecurityException e) {
      return new Attempt.Broken(
          "SSL error {error:0A000086:SSL routines::certificate verify failed}");
    } catch (ConnectException e) {
      return new Attempt.Broken("Connection refused");
    } catch (IOException e) {
      return new Attempt.Broken(e.getMessage() == null ? "Connection closed" : e.getMessage());
    }
  }

  @Override
  public void close() {
    closed = true;
    idle.forEach(Line::close);
  }

  /** The other end of a kept connection may have hung up: then a fresh one is tried. */
  private Attempt again(Line kept, Request request) throws IOException, GeneralSecurityException {
    try {
      return once(kept, request);
    } catch (IOException e) {
      if (request.deadline().isOver()) {
        throw e;
      }
      return once(open(request.deadline()), request);
    }
  }

  private Attempt once(Line line, Request request) throws IOException {
    try {
      return line.post(request.head(), request.update(), request.deadline());
    } finally {
      if (line.isReusable() && !closed) {
        idle.push(line);
      } else {
        line.close();
      }
    }
  }

  private Line open(Deadline deadline) throws IOException, GeneralSecurityException {
    var socket = new Socket();
    deadline.guard(socket);
    try {
      var host = webhook.ipAddress().isEmpty() ? address.name() : webhook.ipAddress();
      connect(socket, new InetSocketAddress(InetAddress.getByName(host), address.port()));
      socket.setTcpNoDelay(true);
      return new Line(socket, address.tls() ? secured(socket) : socket);
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      socket.close();
      throw e;
    }
  }

  private static void connect(Socket socket, InetSocketAddress to) throws IOException {
    try {
      socket.connect(to, CONNECT_MILLIS);
    } catch (SocketTimeoutException e) {
      throw new IOException("Connection timed out", e);
    }
  }

  private SSLSocket secured(Socket plain) throws IOException, GeneralSecurityException {
    var factory = Trust.in(webhook.certificate());
    var socket = (SSLSocket) factory.createSocket(plain, address.name(), address.port(), true);
    var parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  /** The headers of WebhookActor.cpp, in its order. */
  private byte[] head(int length) {
    var head = new StringBuilder("POST ").append(address.target()).append(" HTTP/1.1\r\n");
    head.append("Host: ").append(address.hostHeader()).append("\r\n");
    if (!address.userInfo().isEmpty()) {
      var secret = address.userInfo().getBytes(StandardCharsets.UTF_8);
      head.append("Authorization: Basic ")
          .append(Base64.getEncoder().encodeToString(secret))
          .append("\r\n");
    }
    if (!webhook.secret().isEmpty()) {
      head.append("X-Telegram-Bot-Api-Secret-Token: ").append(webhook.secret()).append("\r\n");
    }
    head.append("Content-Type: application/json\r\nContent-Length: ").append(length);
    head.append("\r\nConnection: keep-alive\r\nAccept-Encoding: gzip, deflate\r\n\r\n");
    return head.toString().getBytes(StandardCharsets.UTF_8);
  }
}
