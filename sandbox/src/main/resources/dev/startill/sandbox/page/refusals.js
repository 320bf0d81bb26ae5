/** What a payment that did not happen is called in front of the payer. Codes are Telegram's error names. */

const ERROR_NAME = /^[A-Z][A-Z0-9_]{3,}$/;
const NOTHING_TAKEN = "No Stars were taken.";

const nameOf = ({ code, error = "" }) => code ?? error;

export const isShort = (reply) => /BALANCE_TOO_LOW/.test(nameOf(reply));

/** `{heading, words, quote?, look}` of a reply `{status, error?, code?}`; the quote is the bot's own reason. */
export function explain(reply, bot) {
  const name = nameOf(reply);
  if (reply.status === "pending") {
    return {
      heading: "Still pending",
      words: "The payment has not ended yet. The chat will show it.",
      look: "timeout",
    };
  }
  if (/PRECHECKOUT_TIMEOUT/.test(name)) {
    const words = `The bot did not answer in 10 seconds. ${NOTHING_TAKEN}`;
    return { heading: "The bot did not answer", words, look: "timeout" };
  }
  if (/PRECHECKOUT_FAILED/.test(name) || !ERROR_NAME.test(name)) {
    const words = `${bot.first_name} declined the payment. ${NOTHING_TAKEN}`;
    const quote = reply.error === name && ERROR_NAME.test(name) ? null : reply.error;
    return { heading: "Payment declined", quote, words, look: "declined" };
  }
  return {
    heading: "Payment failed",
    words: `Telegram answered ${name}. ${NOTHING_TAKEN}`,
    look: "declined",
  };
}
