// The shop on grammY, as its documentation has bots: built-in polling, or webhookCallback on
// node:http. See shop.mjs for what it keeps.
import { createServer } from "node:http";
import { Bot, webhookCallback } from "grammy";
import { DESCRIPTION, PAYLOAD, PRICE, Payments, TITLE, goods, told } from "./shop.mjs";

const payments = new Payments();
const bot = new Bot(told.BOT_TOKEN, { client: { apiRoot: told.API_ROOT } });

const deliver = async (buyer, charge) => {
  await bot.api.sendMessage(buyer, goods(charge));
  payments.delivered(charge);
};

bot.command("buy", (ctx) =>
  ctx.replyWithInvoice(TITLE, DESCRIPTION, PAYLOAD, "XTR", [{ label: TITLE, amount: PRICE }]));
bot.on("pre_checkout_query", (ctx) =>
  ctx.answerPreCheckoutQuery(ctx.preCheckoutQuery.invoice_payload === PAYLOAD));
bot.on("message:successful_payment", async (ctx) => {
  const payment = ctx.message.successful_payment;
  if (payments.record(ctx.from.id, payment)) {
    await deliver(ctx.from.id, payment.telegram_payment_charge_id);
  }
});
bot.catch((error) => console.error(error.message));

for (const { charge, buyer } of payments.undelivered()) {
  await deliver(buyer, charge);
}
if (told.UPDATES === "webhook") {
  const secretToken = told.WEBHOOK_SECRET;
  const callback = webhookCallback(bot, "http", { secretToken });
  createServer(async (request, response) => {
    try {
      await callback(request, response);
    } catch (error) {
      // Without an answer of 200 Telegram brings it again; a refused call would be refused again.
      console.error(error.message);
      if (!response.headersSent) response.writeHead(200).end();
    }
  }).listen(Number(told.WEBHOOK_PORT), "127.0.0.1", () =>
    bot.api.setWebhook(told.WEBHOOK_URL, { secret_token: secretToken, max_connections: 100 }));
} else {
  process.once("SIGTERM", () => bot.stop());
  await bot.start();
}
process.once("SIGTERM", () => process.exit());
