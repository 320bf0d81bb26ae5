package com.example.handwritten;

/** What is sold. */
final class Guide {
  static final String TITLE = "Premium PDF Guide";
  static final String DESCRIPTION = "A complete PDF guide on integrating payment APIs into bots.";
  static final int STARS = 50;
  static final String FILE = "guide.pdf";

  private Guide() {}
}
