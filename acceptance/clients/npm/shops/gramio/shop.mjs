// A guide shop on GramIO. Run it: BOT_TOKEN=… API_ROOT=… node shop.mjs polling|webhook
import { createServer } from "node:http";
import { Bot, InlineKeyboard, MediaUpload, TelegramError, webhookHandler } from "gramio";
import {
  CLUB, DREAM, FILE, FILE_NAME, GUIDE, MONTH, PRICE, PRINT, SOLD_OUT, THINKING,
} from "../goods.mjs";

const delivered = new Set();
const lastCharge = new Map();
const memberSince = new Map();

const invoice = (title, payload) => ({
  title,
  description: "For your eyes only",
  payload,
  currency: "XTR",
  prices: [{ label: title, amount: PRICE }],
});

const bot = new Bot(process.env.BOT_TOKEN, { api: { baseURL: `${process.env.API_ROOT}/bot` } })
  .command("start", (ctx) =>
    ctx.send(`I am @${bot.info.username}`, {
      reply_markup: new InlineKeyboard().text(`Buy ${GUIDE}`, "guide"),
    }))
  .command("buy", (ctx) => ctx.sendInvoice(invoice(GUIDE, "guide")))
  .command("print", (ctx) => ctx.sendInvoice(invoice(PRINT, "print")))
  .command("dream", (ctx) => ctx.sendInvoice(invoice(DREAM, "dream")))
  .command("say", (ctx) => ctx.send(ctx.args))
  .command("link", async (ctx) => {
    const link = await bot.api.createInvoiceLink(invoice(GUIDE, "guide"));
    await ctx.send(`Give this to a friend: ${link}`);
  })
  .command("club", async (ctx) => {
    const club = { ...invoice(CLUB, "club"), subscription_period: MONTH };
    await ctx.send(`Join here: ${await bot.api.createInvoiceLink(club)}`);
  })
  .command("leave", async (ctx) => {
    await bot.api.editUserStarSubscription({
      user_id: ctx.senderId,
      telegram_payment_charge_id: memberSince.get(ctx.senderId),
      is_canceled: true,
    });
    await ctx.send("You have left the club");
  })
  .callbackQuery("guide", async (ctx) => {
    await ctx.answer("Coming up");
    await ctx.message.sendInvoice(invoice(GUIDE, "guide"));
  })
  .on("pre_checkout_query", (ctx) => {
    switch (ctx.invoicePayload) {
      case "guide":
      case "club": return ctx.answer({ ok: true });
      case "dream": return ctx.send(THINKING);
      default: return ctx.answer({ ok: false, error_message: SOLD_OUT });
    }
  })
  .on("successful_payment", async (ctx) => {
    const { telegramPaymentChargeId: charge, totalAmount, invoicePayload } = ctx.eventPayment;
    if (invoicePayload === "club") {
      const first = ctx.payload.successful_payment.is_first_recurring;
      if (first) memberSince.set(ctx.senderId, charge);
      return ctx.send(`${first ? "Welcome to the club" : "The club goes on"}: ${charge}`);
    }
    if (delivered.has(charge)) return ctx.send(`already delivered: ${charge}`);
    delivered.add(charge);
    lastCharge.set(ctx.senderId, charge);
    await ctx.send(`Thank you for ${totalAmount} Stars! Your receipt: ${charge}`);
    await ctx.sendDocument(MediaUpload.buffer(FILE, FILE_NAME), { caption: "Enjoy!" });
  })
  .on("message", (ctx, next) => {
    // This version raises no refunded_payment event; the message is there nevertheless.
    const refund = ctx.payload.refunded_payment;
    return refund ? ctx.send(`refunded: ${refund.telegram_payment_charge_id}`) : next();
  })
  .command("refund", async (ctx) => {
    const telegram_payment_charge_id = lastCharge.get(ctx.senderId) ?? "none";
    try {
      await bot.api.refundStarPayment({ user_id: ctx.senderId, telegram_payment_charge_id });
    } catch (e) {
      if (!(e instanceof TelegramError)) throw e;
      await ctx.send(e.message);
    }
  })
  .command("statement", async (ctx) => {
    const { transactions } = await bot.api.getStarTransactions();
    const { amount } = await bot.api.getMyStarBalance();
    const lines = transactions.map(({ amount, source, receiver }) =>
      source ? `+${amount} ${source.invoice_payload}` : `-${amount} ${receiver.invoice_payload}`);
    await ctx.send([...lines, `balance ${amount}`].join("\n"));
  });

await bot.api.setMyCommands({
  commands: [
    { command: "start", description: "What is sold here" },
    { command: "buy", description: "Buy the guide" },
  ],
});
if (process.argv[2] === "webhook") {
  const secret_token = process.env.WEBHOOK_SECRET;
  const server = createServer(webhookHandler(bot, "http", secret_token));
  server.listen(0, "127.0.0.1", async () => {
    const url = `http://127.0.0.1:${server.address().port}/telegram`;
    await bot.start({ webhook: { url, secret_token } });
    console.log("ready");
  });
} else {
  process.once("SIGTERM", () => bot.stop().then(() => process.exit()));
  await bot.start();
  console.log("ready");
}
