/** Draws one row of a chat. `acts` says what a press does: `{open, pay, press, receipt, show, …}`. */
import { h } from "./dom.js";
import { formatted } from "./entities.js";
import { moment, time } from "./format.js";
import { invoice, invoiceKeyboard } from "./invoice.js";
import { keyboard } from "./keyboard.js";
import { marks } from "./marks.js";
import { media, photo } from "./media.js";
import { service } from "./service.js";

export function draw(row, me, peer, acts) {
  switch (row.kind) {
    case "day":
      return h("p.day", {}, h("span", {}, row.text));
    case "service":
      return service(row, peer, acts);
    default:
      return bubble(row, me, peer, acts);
  }
}

function bubble(row, me, peer, acts) {
  const { message, mine, first, last } = row;
  const who = mine ? "You" : (message.from?.first_name ?? peer.first_name);
  const run = `${first ? " first" : ""}${last ? " last" : ""}`;
  const named = first && !mine && message.chat?.type === "supergroup";
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
      {
        class: `bubble${message.invoice ? " invoice" : ""}${isPicture(row) ? " picture" : ""}${message.edit_date ? " edited" : ""}`,
      },
      named ? h("p.author", {}, who) : null,
      ...marks(message, me.id, peer, acts),
      row.kind === "album" ? album(row, acts) : content(message, acts),
      stamp(message),
    ),
    message.invoice ? invoiceKeyboard(row, acts) : keyboard(message, acts),
  );
}

const isPicture = ({ message }) => Boolean(message.photo?.length || message.paid_media) && !message.caption;

const stamp = ({ date, edit_date }) =>
  h(
    "time.stamp",
    { datetime: new Date(date * 1000).toISOString(), title: moment(date) },
    edit_date ? "edited " : null,
    time(date),
  );

const words = (text, entities, acts) => h("div.text", { dir: "auto" }, formatted(text, entities, acts.open));

function content(message, acts) {
  if (message.text != null) return words(message.text, message.entities, acts);
  if (message.invoice) return invoice(message.invoice);
  const carried = media(message, acts);
  const caption = message.caption ? words(message.caption, message.caption_entities, acts) : null;
  if (carried.length) return [...carried, caption];
  return caption ?? h("div.text.unknown", {}, "This kind of message is not shown here yet.");
}

/** Pictures side by side, other files below each other; the words of any of them once. */
function album({ parts }, acts) {
  const all = parts.messages;
  const pictures = all.filter((one) => one.photo?.length);
  const rest = all.filter((one) => !one.photo?.length);
  const said = all.find(({ caption }) => caption);
  return [
    pictures.length
      ? h(
          "div.album",
          { "data-count": Math.min(pictures.length, 4) },
          pictures.map((one) => photo(one.photo.at(-1))),
        )
      : null,
    rest.flatMap((one) => media(one, acts)),
    said ? words(said.caption, said.caption_entities, acts) : null,
  ];
}
