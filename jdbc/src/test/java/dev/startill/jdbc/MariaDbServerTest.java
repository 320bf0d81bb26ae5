package dev.startill.jdbc;

import org.junit.jupiter.api.Test;

class MariaDbServerTest {
  @Test
  void starts() throws Exception {
    var t = System.nanoTime();
    var s = MariaDbServer.shared().orElseThrow();
    System.err.println((System.nanoTime() - t) / 1000000 + " ms " + s.newDatabase());
    try (var c = s.connect(); var st = c.createStatement(); var r = st.executeQuery("select version(), @@sql_mode, @@tx_isolation, @@max_allowed_packet")) {
      r.next(); System.err.println(r.getString(1) + " " + r.getString(2) + " " + r.getString(3)+ " " + r.getString(4));
    }
  }
}
