package com.example.handwritten;

/**
 * Something that is to be sent. Immutable.
 *
 * @param id its number
 * @param order which order it is about
 * @param buyer to whom
 * @param kind what it is
 * @param attempts how often it was tried
 */
record Letter(long id, String order, long buyer, Kind kind, int attempts) {
  enum Kind {
    INVOICE,
    GUIDE
  }
}
