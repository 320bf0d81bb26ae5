// A guide shop on node-telegram-bot-api. Run it: BOT_TOKEN=… API_ROOT=… node shop.mjs polling|webhook
import { Bot, InlineKeyboardBuilder, InputFile, TelegramApiError } from "node-telegram-bot-api";
import { createWebhookServer, run } from "node-telegram-bot-api/node";
import {
  CLUB, DREAM, FILE, FILE_NAME, GUIDE, MONTH, PRICE, PRINT, SOLD_OUT, THINKING,
} from "../goods.mjs";

const bot = new Bot(process.env.BOT_TOKEN, { apiRoot: process.env.API_ROOT });
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
const sell = (ctx, title, payload) =>
  ctx.api.sendInvoice({ chat_id: ctx.chat.id, ...invoice(title, payload) });

bot.command("start", async (ctx) => {
  const me = await ctx.api.getMe();
  await ctx.reply(`I am @${me.username}`, {
    reply_markup: new InlineKeyboardBuilder().text(`Buy ${GUIDE}`, "guide").build(),
  });
});
bot.command("buy", (ctx) => sell(ctx, GUIDE, "guide"));
bot.command("print", (ctx) => sell(ctx, PRINT, "print"));
bot.command("dream", (ctx) => sell(ctx, DREAM, "dream"));
bot.command("say", (ctx) => ctx.reply(ctx.match));
bot.command("link", async (ctx) => {
  const link = await ctx.api.createInvoiceLink(invoice(GUIDE, "guide"));
  await ctx.reply(`Give this to a friend: ${link}`);
});
bot.command("club", async (ctx) => {
  const club = { ...invoice(CLUB, "club"), subscription_period: MONTH };
  await ctx.reply(`Join here: ${await ctx.api.createInvoiceLink(club)}`);
});
bot.command("leave", async (ctx) => {
  await ctx.api.editUserStarSubscription({
    user_id: ctx.chat.id,
    telegram_payment_charge_id: memberSince.get(ctx.chat.id),
    is_canceled: true,
  });
  await ctx.reply("You have left the club");
});
bot.on("subscription", (ctx) => {
  const { user, invoice_payload, state } = ctx.update.subscription;
  return ctx.api.sendMessage({ chat_id: user.id, text: `${invoice_payload}: ${state}` });
});
bot.on("callback_query", async (ctx) => {
  await ctx.answerCallbackQuery({ text: "Coming up" });
  if (ctx.callbackQuery.data === "guide") await sell(ctx, GUIDE, "guide");
});

bot.on("pre_checkout_query", (ctx) => {
  const { id, from, invoice_payload } = ctx.update.pre_checkout_query;
  const answer = { pre_checkout_query_id: id };
  switch (invoice_payload) {
    case "guide":
    case "club": return ctx.api.answerPreCheckoutQuery({ ...answer, ok: true });
    case "dream": return ctx.api.sendMessage({ chat_id: from.id, text: THINKING });
    default: return ctx.api.answerPreCheckoutQuery({ ...answer, ok: false, error_message: SOLD_OUT });
  }
});

bot.command("refund", async (ctx) => {
  const telegram_payment_charge_id = lastCharge.get(ctx.chat.id) ?? "none";
  try {
    await ctx.api.refundStarPayment({ user_id: ctx.chat.id, telegram_payment_charge_id });
  } catch (e) {
    if (!(e instanceof TelegramApiError)) throw e;
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

bot.on("message", async (ctx) => {
  const { successful_payment, refunded_payment } = ctx.message;
  if (refunded_payment) {
    await ctx.reply(`refunded: ${refunded_payment.telegram_payment_charge_id}`);
  }
  if (successful_payment?.invoice_payload === "club") {
    await welcome(ctx, successful_payment);
  } else if (successful_payment) {
    await deliver(ctx, successful_payment);
  }
});

async function welcome(ctx, { telegram_payment_charge_id: charge, is_first_recurring }) {
  if (is_first_recurring) memberSince.set(ctx.chat.id, charge);
  await ctx.reply(`${is_first_recurring ? "Welcome to the club" : "The club goes on"}: ${charge}`);
}

async function deliver(ctx, { telegram_payment_charge_id: charge, total_amount }) {
  if (delivered.has(charge)) return ctx.reply(`already delivered: ${charge}`);
  delivered.add(charge);
  lastCharge.set(ctx.chat.id, charge);
  await ctx.reply(`Thank you for ${total_amount} Stars! Your receipt: ${charge}`);
  const document = new InputFile(FILE, { filename: FILE_NAME, contentType: "application/pdf" });
  await ctx.api.sendDocument({ chat_id: ctx.chat.id, document, caption: "Enjoy!" });
}

await bot.api.setMyCommands({
  commands: [
    { command: "start", description: "What is sold here" },
    { command: "buy", description: "Buy the guide" },
  ],
});
if (process.argv[2] === "webhook") {
  const secretToken = process.env.WEBHOOK_SECRET;
  const server = createWebhookServer(bot, { path: "/telegram", secretToken });
  server.listen(0, "127.0.0.1", async () => {
    const url = `http://127.0.0.1:${server.address().port}/telegram`;
    await bot.api.setWebhook({ url, secret_token: secretToken });
    console.log("ready");
  });
} else {
  console.log("ready");
  await run(bot);
}
