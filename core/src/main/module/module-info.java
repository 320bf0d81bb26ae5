/**
 * Takes Telegram Stars payments and never loses one. Begin with {@link dev.startill.Startill}; why
 * it decides what it decides stands in {@link dev.startill.payment.PaymentLifecycle}.
 */
module dev.startill.core {
  requires org.slf4j;
  requires static transitive org.jspecify;

  exports dev.startill;
  exports dev.startill.catalog;
  exports dev.startill.doctor;
  exports dev.startill.intake;
  exports dev.startill.ledger;
  exports dev.startill.money;
  exports dev.startill.node;
  exports dev.startill.outbox;
  exports dev.startill.party;
  exports dev.startill.payment;
  exports dev.startill.port;
  exports dev.startill.reconciliation;
  exports dev.startill.report;
  exports dev.startill.settings;
}
