package com.example.guide;

import dev.startill.port.Fulfilment;
import dev.startill.telegram.http.HttpBot;
import dev.startill.telegram.http.Incoming;
import dev.startill.telegram.http.UpdateHandler;
import java.util.List;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** A shop as one would write it: what it sells stands in {@code guide-shop.yaml}. */
@SpringBootApplication
class GuideShop {
  @Bean
  Fulfilment courses(HttpBot bot) {
    return purchase ->
        bot.api()
            .sendMessage(
                purchase.buyer().value(), "Welcome to " + purchase.product() + "!", List.of());
  }

  @Bean
  UpdateHandler talk(HttpBot bot) {
    return incoming -> {
      if (incoming instanceof Incoming.Understood understood
          && understood.word() instanceof Incoming.Said said
          && said.isPrivate()) {
        bot.api().sendMessage(said.chat(), "You said: " + said.text(), List.of());
      }
    };
  }
}
