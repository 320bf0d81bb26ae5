// What both shops share: the goods, and a table of payments that outlives the process.
import { DatabaseSync } from "node:sqlite";
import { join } from "node:path";

export const told = process.env;
export const TITLE = "Premium PDF Guide";
export const DESCRIPTION = "A complete PDF guide on integrating payment APIs into bots.";
export const PAYLOAD = "premium-guide";
export const PRICE = 50;

export const goods = (charge) => `Here it is: https://shop.example/guide.pdf (order ${charge})`;

// A payment is written before its goods are sent, and marked when they have arrived: one that was
// not marked is handed over again after a restart, one that comes twice is not.
export class Payments {
  constructor(folder = told.DATA) {
    const db = new DatabaseSync(join(folder, "shop.db"));
    db.exec("PRAGMA journal_mode = WAL");
    db.exec("PRAGMA synchronous = FULL");
    db.exec(`CREATE TABLE IF NOT EXISTS payment (
      charge TEXT PRIMARY KEY,
      buyer INTEGER NOT NULL,
      payload TEXT NOT NULL,
      stars INTEGER NOT NULL,
      paid_at INTEGER NOT NULL,
      delivered_at INTEGER
    ) STRICT`);
    this.insert = db.prepare(`INSERT INTO payment (charge, buyer, payload, stars, paid_at)
      VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`);
    this.mark = db.prepare("UPDATE payment SET delivered_at = ? WHERE charge = ?");
    this.open = db.prepare("SELECT charge, buyer FROM payment WHERE delivered_at IS NULL");
  }

  // Whether it is new. It is on the disk when this returns.
  record(buyer, payment) {
    const { telegram_payment_charge_id: charge, invoice_payload, total_amount } = payment;
    return this.insert.run(charge, buyer, invoice_payload, total_amount, Date.now()).changes === 1;
  }

  delivered(charge) {
    this.mark.run(Date.now(), charge);
  }

  undelivered() {
    return this.open.all();
  }
}
