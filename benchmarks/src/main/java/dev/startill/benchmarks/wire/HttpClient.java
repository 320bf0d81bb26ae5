package dev.startill.benchmarks.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Posts JSON to one server over connections that are kept alive, one request at a time each. What
 * finds none free waits. For its loop's thread.
 */
public final class HttpClient {
  private static final byte[] BEFORE_BODY = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final Loop loop;
  private final InetSocketAddress server;
  private final byte[] headers;
  private int most;
  private int open;
  private final Deque<Line> idle = new ArrayDeque<>();
  private final Deque<Call> waiting = new ArrayDeque<>();

  /** Where a response goes. */
  @FunctionalInterface
  public interface Receiver {
    /** The response, or null if none came. */
    void receive(@Nullable Message response);
  }

  private record Call(Bytes request, Receiver receiver) {}

  /**
   * A client.
   *
   * @param loop that serves its sockets
   * @param port of the server on the loopback
   * @param most connections at once
   * @param headers further ones, each with its line's end
   */
  public HttpClient(Loop loop, int port, int most, String headers) {
    this.loop = loop;
    this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    this.most = most;
    this.headers =
        ("Host: 127.0.0.1:" + port + "\r\n" + headers + "Content-Type: application/json\r\n")
            .getBytes(StandardCharsets.US_ASCII);
  }

  /** Posts it; the receiver hears of it exactly once. */
  public void post(String path, Bytes json, Receiver receiver) {
    var request = new Bytes();
    request.add("POST ").add(path).add(" HTTP/1.1\r\n").add(headers).add("Content-Length: ");
    request.add(json.size()).add(BEFORE_BODY).add(json);
    var line = idle.pollFirst();
    if (line != null) {
      line.carry(request, receiver);
    } else if (open < most) {
      connect(new Call(request, receiver));
    } else {
      waiting.add(new Call(request, receiver));
    }
  }

  /** Lets no more connections be opened than this from now on. */
  public void atMost(int connections) {
    most = connections;
  }

  private void connect(Call call) {
    try {
      var channel = SocketChannel.open();
      channel.configureBlocking(false);
      channel.connect(server);
      open++;
      new Line(channel).carry(call.request, call.receiver);
    } catch (IOException e) {
      call.receiver.receive(null);
    }
  }

  private final class Line extends Connection {
    private @Nullable Receiver receiver;

    Line(SocketChannel channel) throws IOException {
      super(loop, channel, true);
    }

    void carry(Bytes request, Receiver to) {
      receiver = to;
      await();
      send(request);
    }

    @Override
    void came(Message response) {
      var to = receiver;
      receiver = null;
      if (to != null) {
        to.receive(response);
      }
      if (response.closes) {
        close();
        open--;
        openForWaiting();
        return;
      }
      var call = waiting.poll();
      if (call == null) {
        idle.addFirst(this);
      } else {
        carry(call.request, call.receiver);
      }
    }

    @Override
    void lost() {
      open--;
      idle.remove(this);
      var to = receiver;
      receiver = null;
      if (to != null) {
        to.receive(null);
      }
      openForWaiting();
    }

    private void openForWaiting() {
      var call = waiting.poll();
      if (call != null) {
        connect(call);
      }
    }
  }
}
