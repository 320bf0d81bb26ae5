package com.example.shop;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** How many points somebody has: a number, which does not know what it was added to for. */
@Entity
class Wallet {
  @Id private long owner;
  private long points;

  /** Whoever wrote on an older one is refused, and called again. */
  @Version private @Nullable Long version;

  /** Made by JPA. */
  protected Wallet() {}

  Wallet(long owner) {
    this.owner = owner;
  }

  long points() {
    return points;
  }

  void add(long more) {
    points += more;
  }
}
