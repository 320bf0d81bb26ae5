/** Photos, files and what else a message carries besides words. */
import { h, stars } from "./dom.js";
import { icon } from "./icons.js";
import { fileAddress } from "./api.js";
import { size } from "./format.js";

const FILES = [
  ["video", "Video", "play"],
  ["animation", "GIF", "play"],
  ["audio", "Audio", "music"],
  ["voice", "Voice message", "music"],
  ["video_note", "Video message", "play"],
  ["document", "file", "file"],
];

/** Nodes for what the message carries; empty for mere words. */
export function media(message, acts) {
  if (message.photo?.length) return [photo(message.photo.at(-1))];
  if (message.paid_media) return [paidMedia(message, acts)];
  for (const [field, name, mark] of FILES) if (message[field]) return [file(message[field], name, mark)];
  if (message.sticker)
    return [h("div.sticker", { role: "img", "aria-label": "Sticker" }, message.sticker.emoji ?? "🖼")];
  if (message.dice) return [h("div.sticker", {}, `${message.dice.emoji} ${message.dice.value}`)];
  if (message.contact) return [card("user", message.contact.first_name, message.contact.phone_number)];
  if (message.venue) return [card("window", message.venue.title, message.venue.address)];
  if (message.location) {
    const { latitude, longitude } = message.location;
    return [card("window", "Location", `${latitude}, ${longitude}`)];
  }
  return [];
}

export function photo({ file_id, width, height }) {
  const lost = (event) => event.target.replaceWith(h("div.photo.lost", {}, icon("window"), "Photo"));
  return h("img.photo", {
    src: fileAddress(file_id),
    alt: "Photo",
    width,
    height,
    loading: "lazy",
    onerror: lost,
  });
}

function file({ file_id, file_name, file_size, duration }, name, mark) {
  const title = file_name ?? name;
  const facts = [file_size == null ? null : size(file_size), duration ? clock(duration) : null];
  return h(
    "a.file",
    { href: fileAddress(file_id), download: title, "data-testid": "document" },
    h("span.file-icon", {}, icon(mark)),
    h("span.file-name", {}, title, h("small", {}, facts.filter(Boolean).join(" · ") || "Download")),
  );
}

const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

const card = (mark, title, words) =>
  h(
    "div.file",
    {},
    h("span.file-icon", {}, icon(mark)),
    h("span.file-name", {}, title, h("small", {}, words ?? "")),
  );

/** Blurred until it is bought. */
function paidMedia(message, acts) {
  const { star_count: price, paid_media: items } = message.paid_media;
  const locked = items.some(({ type }) => type === "preview");
  const unlock = () => acts.unlock(message);
  return h(
    "div.paid-media",
    { "data-testid": "paid-media", "data-locked": locked },
    h("div.album", { "data-count": Math.min(items.length, 4) }, items.map(paidItem)),
    locked
      ? h(
          "button.unlock",
          { type: "button", "data-testid": "unlock", onclick: unlock },
          icon("lock"),
          "Unlock for ",
          stars(price),
        )
      : h("span.unlocked", {}, stars(price)),
  );
}

function paidItem(item) {
  if (item.photo?.length) return photo(item.photo.at(-1));
  if (item.video) return file(item.video, "Video", "play");
  return h("div.preview", { role: "img", "aria-label": "Hidden until it is bought" });
}
