package com.example.course;

import dev.startill.catalog.Delivery;
import dev.startill.catalog.Product;
import dev.startill.catalog.ProductId;
import dev.startill.money.Stars;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sells a text. */
@Configuration(proxyBeanMethods = false)
class TextShop {
  @Bean
  Product text() {
    return new Product(
        new ProductId("text"), "Text", "A text.", new Stars(1), new Delivery.Text("Thanks."));
  }
}
