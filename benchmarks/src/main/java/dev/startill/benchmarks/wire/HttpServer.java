package dev.startill.benchmarks.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** Listens on the loopback and answers each request with 200 and JSON. For its loop's thread. */
public final class HttpServer implements Loop.Awaited {
  private static final int BACKLOG = 1024;
  private static final byte[] OK =
      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
          .getBytes(StandardCharsets.US_ASCII);
  private static final byte[] BEFORE_BODY = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final Loop loop;
  private final Handler handler;
  private final ServerSocketChannel channel;

  /** What a request leads to. */
  @FunctionalInterface
  public interface Handler {
    /** Answers at once or later. */
    void handle(Message request, Exchange exchange);
  }

  /** One request that waits for its answer. */
  public interface Exchange {
    /** Sends the body and status 200; a second answer is ignored. */
    void answer(Bytes body);

    /** Sends the body and another status. */
    void answer(int status, Bytes body);

    /** Whether nobody waits for the answer any more. */
    boolean isGone();
  }

  private HttpServer(Loop loop, int port, Handler handler) throws IOException {
    this.loop = loop;
    this.handler = handler;
    channel = ServerSocketChannel.open();
    channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
    channel.configureBlocking(false);
  }

  /** Listens when it returns; port 0 stands for a free one. */
  public static HttpServer listen(Loop loop, int port, Handler handler) throws IOException {
    var server = new HttpServer(loop, port, handler);
    loop.execute(server::register);
    return server;
  }

  /** Where it listens. */
  public int port() {
    return channel.socket().getLocalPort();
  }

  @Override
  public void ready(SelectionKey key) throws IOException {
    for (var client = channel.accept(); client != null; client = channel.accept()) {
      new Client(client);
    }
  }

  @Override
  public void broken() {
    try {
      channel.close();
    } catch (IOException e) {
      // It is gone either way.
    }
  }

  private void register() {
    try {
      loop.register(channel, SelectionKey.OP_ACCEPT, this);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class Client extends Connection implements Exchange {
    private final Bytes response = new Bytes();
    private boolean waits;
    private boolean closes;

    Client(SocketChannel socket) throws IOException {
      super(loop, socket, false);
    }

    @Override
    void came(Message request) {
      waits = true;
      closes = request.closes;
      handler.handle(request, this);
    }

    @Override
    void lost() {
      waits = false;
    }

    @Override
    public void answer(Bytes body) {
      answer(200, body);
    }

    @Override
    public void answer(int status, Bytes body) {
      if (!waits) {
        return;
      }
      waits = false;
      response.clear();
      if (status == 200) {
        response.add(OK);
      } else {
        response.add("HTTP/1.1 ").add(status).add(" Refused\r\nContent-Type: application/json");
        response.add("\r\nContent-Length: ");
      }
      response.add(body.size()).add(BEFORE_BODY).add(body);
      send(response);
      if (closes) {
        close();
      } else {
        next();
      }
    }
  }
}
