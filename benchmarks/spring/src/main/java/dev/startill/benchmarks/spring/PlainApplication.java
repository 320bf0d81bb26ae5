package dev.startill.benchmarks.spring;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A small web application with a database, which does not know that it sells something. */
@SpringBootApplication
@RestController
public class PlainApplication {
  static final String READY = "ready.";

  private final JdbcClient jdbc;

  /** Made by Spring. */
  public PlainApplication(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Starts it. */
  public static void main(String[] arguments) {
    SpringApplication.run(PlainApplication.class, arguments);
  }

  /** Says something that the database knows. */
  @GetMapping("/")
  public String version() {
    return jdbc.sql("SELECT sqlite_version()").query(String.class).single();
  }

  /** Says so. */
  @EventListener(ApplicationReadyEvent.class)
  public void ready() {
    System.out.println(version().isEmpty() ? "" : READY);
  }
}
