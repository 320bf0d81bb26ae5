/** Draws one row of a chat. `acts` says what a press does: `{open, pay, press, receipt}`. */
import { h, stars, starred, amount } from "./dom.js";
import { icon } from "./icons.js";
import { formatted } from "./entities.js";
import { size, time, moment } from "./format.js";
import { fileAddress } from "./api.js";
import { keyboard } from "./keyboard.js";
import { invoice, invoiceKeyboard } from "./invoice.js";

export function draw(row, bot, acts) {
  switch (row.kind) {
    case "day":
      return h("p.day", {}, h("span", {}, row.text));
    case "service":
      return service(row, bot, acts);
    default:
      return bubble(row, bot, acts);
  }
}

function service({ message, title }, bot, acts) {
  const payment = message.successful_payment;
  if (!payment) {
    const back = amount(message.refunded_payment.total_amount);
    return h(
      "p.service",
      { "data-testid": "refund" },
      h("span", {}, `${bot.first_name} refunded `, ...starred(`⭐ ${back}`), " to you"),
    );
  }
  const words = [
    "You have successfully transferred ",
    stars(payment.total_amount),
    ` to ${bot.first_name}`,
    ...(title ? [" for ", h("b", {}, title)] : []),
  ];
  const show = () => acts.receipt({ message, title });
  return h(
    "p.service",
    {},
    h(
      "button",
      { type: "button", "data-testid": "receipt", title: "Show the receipt", onclick: show },
      words,
    ),
  );
}

function bubble(row, bot, acts) {
  const { message, mine, first, last } = row;
  const who = mine ? "You" : bot.first_name;
  const run = `${first ? " first" : ""}${last ? " last" : ""}`;
  return h(
    `article.message`,
    {
      class: `message ${mine ? "out" : "in"}${run}`,
      "data-testid": "message",
      "data-message-id": message.message_id,
      "aria-label": `${who}, ${time(message.date)}`,
    },
    h(
      "div.bubble",
      { class: message.invoice ? "bubble invoice" : "bubble" },
      content(message, acts),
      stamp(message),
    ),
    message.invoice ? invoiceKeyboard(row, acts) : keyboard(message, acts),
  );
}

const stamp = ({ date, edit_date }) =>
  h(
    "time.stamp",
    { datetime: new Date(date * 1000).toISOString(), title: moment(date) },
    edit_date ? "edited " : null,
    time(date),
  );

function content(message, acts) {
  const words = (text, entities) => h("div.text", { dir: "auto" }, formatted(text, entities, acts.open));
  if (message.text != null) return words(message.text, message.entities);
  if (message.invoice) return invoice(message.invoice);
  const caption = message.caption ? words(message.caption, message.caption_entities) : null;
  if (message.photo?.length) return [photo(message.photo.at(-1)), caption];
  if (message.document) return [file(message.document), caption];
  return h("div.text.unknown", {}, "This kind of message is not shown here yet.");
}

function photo({ file_id, width, height }) {
  return h("img.photo", { src: fileAddress(file_id), alt: "Photo", width, height, loading: "lazy" });
}

function file({ file_id, file_name = "file", file_size }) {
  return h(
    "a.file",
    { href: fileAddress(file_id), download: file_name, "data-testid": "document" },
    h("span.file-icon", {}, icon("file")),
    h("span.file-name", {}, file_name, h("small", {}, file_size == null ? "Download" : size(file_size))),
  );
}
