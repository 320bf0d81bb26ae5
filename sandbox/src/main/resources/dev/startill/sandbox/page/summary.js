/** A message in one line: for the list of chats, for quotes. */
import { h, stars } from "./dom.js";

const KINDS = [
  ["video", "Video"],
  ["animation", "GIF"],
  ["audio", "Audio"],
  ["voice", "Voice message"],
  ["video_note", "Video message"],
  ["sticker", "Sticker"],
  ["location", "Location"],
  ["contact", "Contact"],
  ["poll", "Poll"],
  ["dice", "Dice"],
  ["story", "Story"],
];

/** Nodes and strings. `me` is the reader's number. */
export function summary(message, me) {
  const { invoice, successful_payment: paid, refunded_payment: back, paid_media: media, gift } = message;
  if (invoice) return ["Invoice: ", invoice.title];
  if (paid) return ["Paid ", stars(paid.total_amount)];
  if (back) return ["Refunded ", stars(back.total_amount)];
  if (gift) return "Gift";
  const words = plain(message) ?? (media ? ["Paid media, ", stars(media.star_count)] : "Message");
  return message.from?.id === me ? [h("b", {}, "You: "), words] : words;
}

/** Only text; null where there are no words for it. */
export function plain(message) {
  const { text, caption, photo, document: file } = message;
  if (text ?? caption) return text ?? caption;
  if (photo) return "Photo";
  if (file && !message.animation) return file.file_name ?? "File";
  return KINDS.find(([field]) => message[field])?.[1] ?? null;
}
