package dev.startill.benchmarks;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * One kept-alive HTTP/1.1 connection with as much of the protocol as a sandbox needs. A client for
 * everybody costs more per request than the server that is to be measured. For one thread.
 */
final class Wire implements AutoCloseable {
  private static final String LENGTH = "content-length:";

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final String host;

  Wire(URI server) throws IOException {
    this.host = server.getAuthority();
    this.socket = new Socket(server.getHost(), server.getPort());
    socket.setTcpNoDelay(true);
    this.in = new BufferedInputStream(socket.getInputStream());
    this.out = socket.getOutputStream();
  }

  /** Posts JSON; the answer's body. */
  String post(String path, String json) throws IOException {
    send("POST", path, json);
    return body(path);
  }

  /** The answer's body. */
  String get(String path) throws IOException {
    send("GET", path, "");
    return body(path);
  }

  /** A body without an end, chunk by chunk. */
  InputStream stream(String path) throws IOException {
    send("GET", path, "");
    while (!line().isEmpty()) {
      // A stream's head says nothing that we need.
    }
    return new Chunks(in);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void send(String verb, String path, String json) throws IOException {
    var body = json.getBytes(StandardCharsets.UTF_8);
    var head =
        verb
            + (" " + path + " HTTP/1.1\r\nHost: " + host)
            + ("\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n");
    out.write((head + json).getBytes(StandardCharsets.UTF_8));
  }

  private String body(String path) throws IOException {
    var status = line();
    var length = 0;
    for (var header = line(); !header.isEmpty(); header = line()) {
      if (header.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
        length = Integer.parseInt(header.substring(LENGTH.length()).strip());
      }
    }
    var body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    if (!status.startsWith("HTTP/1.1 200")) {
      throw new IOException(path + " answered " + status + ": " + body);
    }
    return body;
  }

  private String line() throws IOException {
    return line(in);
  }

  /** A line of a head, without its end. */
  static String line(InputStream in) throws IOException {
    var line = new StringBuilder(80);
    for (var c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("The server hung up.");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
