package com.example.shop;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Sells points: {@code /buy} brings the invoice, {@code /points} tells how many there are. */
@SpringBootApplication
public class PointsShop {
  /** Runs until it is ended. */
  public static void main(String[] args) {
    SpringApplication.run(PointsShop.class, args);
  }
}
