package dev.startill.server.web;

import dev.startill.catalog.Delivery;
import dev.startill.party.BuyerId;
import dev.startill.payment.Answer;
import dev.startill.payment.ChargeId;
import dev.startill.port.Invoice;
import dev.startill.port.Reply;
import dev.startill.port.StatementLine;
import dev.startill.port.Telegram;
import java.net.URI;
import java.util.List;

/** A Telegram that does whatever it is asked, unless a test wants it otherwise. */
final class Agreeable implements Telegram {
  Reply refunds = new Reply.Done();
  Reply texts = new Reply.Done();

  @Override
  public Reply answer(Answer answer) {
    return new Reply.Done();
  }

  @Override
  public Reply sendInvoice(BuyerId buyer, Invoice invoice) {
    return new Reply.Done();
  }

  @Override
  public URI createInvoiceLink(Invoice invoice) {
    return URI.create("https://t.me/$link");
  }

  @Override
  public Reply sendText(BuyerId buyer, String text) {
    return texts;
  }

  @Override
  public Reply sendFile(BuyerId buyer, Delivery.File file, String caption) {
    return new Reply.Done();
  }

  @Override
  public Reply refund(BuyerId buyer, ChargeId charge) {
    return refunds;
  }

  @Override
  public List<StatementLine> statement(long offset, int limit) {
    return List.of();
  }

  @Override
  public long balance() {
    return 0;
  }
}
