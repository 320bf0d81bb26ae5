// A guide shop on grammY. Run it: BOT_TOKEN=… API_ROOT=… node shop.mjs polling|webhook
import { createServer } from "node:http";
import { Bot, GrammyError, InlineKeyboard, InputFile, webhookCallback } from "grammy";
import {
  CLUB, DREAM, FILE, FILE_NAME, GUIDE, MONTH, PRICE, PRINT, SOLD_OUT, THINKING,
} from "../goods.mjs";

const bot = new Bot(process.env.BOT_TOKEN, { client: { apiRoot: process.env.API_ROOT } });
const delivered = new Set();
const lastCharge = new Map();
const memberSince = new Map();

const sell = (ctx, title, payload) =>
  ctx.replyWithInvoice(title, "For your eyes only", payload, "XTR", [{ label: title, amount: PRICE }]);

bot.command("start", (ctx) =>
  ctx.reply(`I am @${ctx.me.username}`, {
    reply_markup: new InlineKeyboard().text(`Buy ${GUIDE}`, "guide"),
  }));
bot.command("buy", (ctx) => sell(ctx, GUIDE, "guide"));
bot.command("print", (ctx) => sell(ctx, PRINT, "print"));
bot.command("dream", (ctx) => sell(ctx, DREAM, "dream"));
bot.command("say", (ctx) => ctx.reply(ctx.match));
bot.command("link", async (ctx) => {
  const prices = [{ label: GUIDE, amount: PRICE }];
  const link = await ctx.api.createInvoiceLink(GUIDE, "For a friend", "guide", "", "XTR", prices);
  await ctx.reply(`Give this to a friend: ${link}`);
});
bot.command("club", async (ctx) => {
  const prices = [{ label: CLUB, amount: PRICE }];
  const link = await ctx.api.createInvoiceLink(CLUB, "A book a month", "club", "", "XTR", prices, {
    subscription_period: MONTH,
  });
  await ctx.reply(`Join here: ${link}`);
});
bot.command("leave", async (ctx) => {
  await ctx.api.editUserStarSubscription(ctx.from.id, memberSince.get(ctx.from.id), true);
  await ctx.reply("You have left the club");
});
bot.callbackQuery("guide", async (ctx) => {
  await ctx.answerCallbackQuery("Coming up");
  await sell(ctx, GUIDE, "guide");
});

bot.on("pre_checkout_query", (ctx) => {
  switch (ctx.preCheckoutQuery.invoice_payload) {
    case "guide":
    case "club": return ctx.answerPreCheckoutQuery(true);
    case "dream": return ctx.api.sendMessage(ctx.from.id, THINKING);
    default: return ctx.answerPreCheckoutQuery(false, SOLD_OUT);
  }
});
bot.on("message:successful_payment", async (ctx, next) => {
  const payment = ctx.message.successful_payment;
  if (payment.invoice_payload !== "club") return next();
  const charge = payment.telegram_payment_charge_id;
  if (payment.is_first_recurring) memberSince.set(ctx.from.id, charge);
  await ctx.reply(`${payment.is_first_recurring ? "Welcome to the club" : "The club goes on"}: ${charge}`);
});
bot.on("subscription", (ctx) => {
  const { user, invoice_payload, state } = ctx.subscription;
  return ctx.api.sendMessage(user.id, `${invoice_payload}: ${state}`);
});
bot.on("message:successful_payment", async (ctx) => {
  const { telegram_payment_charge_id: charge, total_amount } = ctx.message.successful_payment;
  if (delivered.has(charge)) return ctx.reply(`already delivered: ${charge}`);
  delivered.add(charge);
  lastCharge.set(ctx.from.id, charge);
  await ctx.reply(`Thank you for ${total_amount} Stars! Your receipt: ${charge}`);
  await ctx.replyWithDocument(new InputFile(FILE, FILE_NAME), { caption: "Enjoy!" });
});
bot.on("message:refunded_payment", (ctx) =>
  ctx.reply(`refunded: ${ctx.message.refunded_payment.telegram_payment_charge_id}`));

bot.command("refund", async (ctx) => {
  try {
    await ctx.api.refundStarPayment(ctx.from.id, lastCharge.get(ctx.from.id) ?? "none");
  } catch (e) {
    if (!(e instanceof GrammyError)) throw e;
    await ctx.reply(e.description);
  }
});
bot.command("statement", async (ctx) => {
  const { transactions } = await ctx.api.getStarTransactions();
  const { amount } = await ctx.api.getMyStarBalance();
  const lines = transactions.map(({ amount, source, receiver }) =>
    source ? `+${amount} ${source.invoice_payload}` : `-${amount} ${receiver.invoice_payload}`);
  await ctx.reply([...lines, `balance ${amount}`].join("\n"));
});

await bot.api.setMyCommands([
  { command: "start", description: "What is sold here" },
  { command: "buy", description: "Buy the guide" },
]);
if (process.argv[2] === "webhook") {
  const secretToken = process.env.WEBHOOK_SECRET;
  const server = createServer(webhookCallback(bot, "http", { secretToken }));
  server.listen(0, "127.0.0.1", async () => {
    const url = `http://127.0.0.1:${server.address().port}/telegram`;
    await bot.api.setWebhook(url, { secret_token: secretToken });
    console.log("ready");
  });
} else {
  process.once("SIGTERM", () => bot.stop());
  await bot.start({ onStart: () => console.log("ready") });
}
