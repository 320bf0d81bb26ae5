// The shop on Telegraf, as its documentation has bots: launch() to poll, webhookCallback on
// node:http. It answers a post with its first call, which is its default; goods are told by a call
// of their own, because only that tells whether they arrived. See shop.mjs for what it keeps.
import { createServer } from "node:http";
import { Telegraf } from "telegraf";
import { message } from "telegraf/filters";
import { DESCRIPTION, PAYLOAD, PRICE, Payments, TITLE, goods, told } from "./shop.mjs";

const payments = new Payments();
const bot = new Telegraf(told.BOT_TOKEN, { telegram: { apiRoot: told.API_ROOT } });

const deliver = async (buyer, charge) => {
  await bot.telegram.sendMessage(buyer, goods(charge));
  payments.delivered(charge);
};

bot.command("buy", (ctx) =>
  ctx.replyWithInvoice({
    title: TITLE,
    description: DESCRIPTION,
    payload: PAYLOAD,
    provider_token: "",
    currency: "XTR",
    prices: [{ label: TITLE, amount: PRICE }],
  }));
bot.on("pre_checkout_query", (ctx) =>
  ctx.answerPreCheckoutQuery(ctx.preCheckoutQuery.invoice_payload === PAYLOAD));
bot.on(message("successful_payment"), async (ctx) => {
  const payment = ctx.message.successful_payment;
  if (payments.record(ctx.from.id, payment)) {
    await deliver(ctx.from.id, payment.telegram_payment_charge_id);
  }
});
bot.catch((error) => console.error(error.message));

for (const { charge, buyer } of payments.undelivered()) {
  await deliver(buyer, charge);
}
process.once("SIGTERM", () => process.exit());
if (told.UPDATES === "webhook") {
  bot.botInfo = await bot.telegram.getMe();
  const secretToken = told.WEBHOOK_SECRET;
  createServer(bot.webhookCallback("/telegram", { secretToken })).listen(
    Number(told.WEBHOOK_PORT),
    "127.0.0.1",
    () =>
      bot.telegram.setWebhook(told.WEBHOOK_URL, {
        secret_token: secretToken,
        max_connections: 100,
      }),
  );
} else {
  await bot.launch();
}
