package com.example.course;

import dev.startill.catalog.Delivery;
import dev.startill.catalog.Product;
import dev.startill.catalog.ProductId;
import dev.startill.money.Stars;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Sells a course. */
@SpringBootApplication
class CourseShop {
  @Bean
  Product course() {
    return new Product(
        new ProductId("course"),
        "Course",
        "A course on payments.",
        new Stars(100),
        new Delivery.Handler("enrolments"));
  }
}
