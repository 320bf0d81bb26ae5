package com.example.enrolment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Who may take the course, and by which order: in a table that is called as one of ours. */
@Entity
@Table(name = "orders")
class Enrolment {
  @Id
  @Column(name = "order_id")
  private String order = "";

  private long buyer;

  /** Made by JPA. */
  protected Enrolment() {}

  Enrolment(String order, long buyer) {
    this.order = order;
    this.buyer = buyer;
  }

  String order() {
    return order;
  }

  long buyer() {
    return buyer;
  }
}
