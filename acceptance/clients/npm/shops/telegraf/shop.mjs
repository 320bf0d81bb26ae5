// A guide shop on Telegraf. Run it: BOT_TOKEN=… API_ROOT=… node shop.mjs polling|webhook
import { createServer } from "node:http";
import { Input, Markup, Telegraf, TelegramError } from "telegraf";
import { message } from "telegraf/filters";
import {
  CLUB, DREAM, FILE, FILE_NAME, GUIDE, MONTH, PRICE, PRINT, SOLD_OUT, THINKING,
} from "../goods.mjs";

const bot = new Telegraf(process.env.BOT_TOKEN, { telegram: { apiRoot: process.env.API_ROOT } });
const delivered = new Set();
const lastCharge = new Map();
const memberSince = new Map();

const invoice = (title, payload) => ({
  title,
  description: "For your eyes only",
  payload,
  provider_token: "",
  currency: "XTR",
  prices: [{ label: title, amount: PRICE }],
});

bot.start((ctx) =>
  ctx.reply(`I am @${ctx.botInfo.username}`,
    Markup.inlineKeyboard([Markup.button.callback(`Buy ${GUIDE}`, "guide")])));
bot.command("buy", (ctx) => ctx.replyWithInvoice(invoice(GUIDE, "guide")));
bot.command("print", (ctx) => ctx.replyWithInvoice(invoice(PRINT, "print")));
bot.command("dream", (ctx) => ctx.replyWithInvoice(invoice(DREAM, "dream")));
bot.command("say", (ctx) => ctx.reply(ctx.payload));
bot.command("link", async (ctx) => {
  const link = await ctx.telegram.createInvoiceLink(invoice(GUIDE, "guide"));
  await ctx.reply(`Give this to a friend: ${link}`);
});
bot.command("club", async (ctx) => {
  const club = { ...invoice(CLUB, "club"), subscription_period: MONTH };
  const link = await ctx.telegram.createInvoiceLink(club);
  await ctx.reply(`Join here: ${link}`);
});
bot.action("guide", async (ctx) => {
  await ctx.answerCbQuery("Coming up");
  await ctx.replyWithInvoice(invoice(GUIDE, "guide"));
});

bot.on("pre_checkout_query", (ctx) => {
  switch (ctx.preCheckoutQuery.invoice_payload) {
    case "guide":
    case "club": return ctx.answerPreCheckoutQuery(true);
    case "dream": return ctx.telegram.sendMessage(ctx.from.id, THINKING);
    default: return ctx.answerPreCheckoutQuery(false, SOLD_OUT);
  }
});
bot.on(message("successful_payment"), async (ctx, next) => {
  const payment = ctx.message.successful_payment;
  if (payment.invoice_payload !== "club") return next();
  const charge = payment.telegram_payment_charge_id;
  if (payment.is_first_recurring) memberSince.set(ctx.from.id, charge);
  await ctx.reply(`${payment.is_first_recurring ? "Welcome to the club" : "The club goes on"}: ${charge}`);
});
bot.on(message("successful_payment"), async (ctx) => {
  const { telegram_payment_charge_id: charge, total_amount } = ctx.message.successful_payment;
  if (delivered.has(charge)) return ctx.reply(`already delivered: ${charge}`);
  delivered.add(charge);
  lastCharge.set(ctx.from.id, charge);
  await ctx.reply(`Thank you for ${total_amount} Stars! Your receipt: ${charge}`);
  await ctx.replyWithDocument(Input.fromBuffer(FILE, FILE_NAME), { caption: "Enjoy!" });
});
bot.on(message("refunded_payment"), (ctx) =>
  ctx.reply(`refunded: ${ctx.message.refunded_payment.telegram_payment_charge_id}`));

// Stars are younger than this version of Telegraf, whose callApi takes any method.
bot.command("refund", async (ctx) => {
  const telegram_payment_charge_id = lastCharge.get(ctx.from.id) ?? "none";
  try {
    await ctx.telegram.callApi("refundStarPayment", {
      user_id: ctx.from.id,
      telegram_payment_charge_id,
    });
  } catch (e) {
    if (!(e instanceof TelegramError)) throw e;
    await ctx.reply(e.description);
  }
});
bot.command("leave", async (ctx) => {
  await ctx.telegram.callApi("editUserStarSubscription", {
    user_id: ctx.from.id,
    telegram_payment_charge_id: memberSince.get(ctx.from.id),
    is_canceled: true,
  });
  await ctx.reply("You have left the club");
});
bot.on("subscription", (ctx) => {
  const { user, invoice_payload, state } = ctx.update.subscription;
  return ctx.telegram.sendMessage(user.id, `${invoice_payload}: ${state}`);
});
bot.command("statement", async (ctx) => {
  const { transactions } = await ctx.telegram.callApi("getStarTransactions", {});
  const { amount } = await ctx.telegram.callApi("getMyStarBalance", {});
  const lines = transactions.map(({ amount, source, receiver }) =>
    source ? `+${amount} ${source.invoice_payload}` : `-${amount} ${receiver.invoice_payload}`);
  await ctx.reply([...lines, `balance ${amount}`].join("\n"));
});

await bot.telegram.setMyCommands([
  { command: "start", description: "What is sold here" },
  { command: "buy", description: "Buy the guide" },
]);
if (process.argv[2] === "webhook") {
  const secretToken = process.env.WEBHOOK_SECRET;
  const server = createServer(bot.webhookCallback("/telegram", { secretToken }));
  server.listen(0, "127.0.0.1", async () => {
    const url = `http://127.0.0.1:${server.address().port}/telegram`;
    await bot.telegram.setWebhook(url, { secret_token: secretToken });
    console.log("ready");
  });
} else {
  process.once("SIGTERM", () => bot.stop("SIGTERM"));
  await bot.launch(() => console.log("ready"));
}
