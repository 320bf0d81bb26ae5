package com.example.course;

import dev.startill.Startill;
import dev.startill.telegram.http.Incoming;
import dev.startill.telegram.http.UpdateHandler;
import org.springframework.stereotype.Component;

/** What the bot does where no payment is spoken of. */
@Component
class Conversation implements UpdateHandler {
  private final Startill startill;

  Conversation(Startill startill) {
    this.startill = startill;
  }

  @Override
  public void handle(Incoming incoming) {
    if (incoming instanceof Incoming.Understood understood
        && understood.word() instanceof Incoming.Said said
        && said.text().equals("/learn")) {
      startill.sell("course").to(said.from()).invoice();
    }
  }
}
