/** What a payment that did not happen is called in front of the payer. Codes are Telegram's error names. */

const NOTHING_TAKEN = "No Stars were taken.";

export const isShort = ({ error = "" }) => /BALANCE_TOO_LOW/.test(error);

/** `{heading, words, quote?, look}`; the quote is the bot's own reason. */
export function explain({ error = "", reason, status }, bot) {
  if (status === "pending") {
    return { heading: "Still pending", words: "The payment has not ended yet. The chat will show it.", look: "timeout" };
  }
  if (/PRECHECKOUT_TIMEOUT/.test(error)) {
    return {
      heading: "The bot did not answer",
      words: `The bot did not answer in 10 seconds. ${NOTHING_TAKEN}`,
      look: "timeout",
    };
  }
  const quote = reason ?? error.replace(/^.*PRECHECKOUT_FAILED:?\s*/, "");
  if (/PRECHECKOUT_FAILED/.test(error) || /[a-z] /.test(quote)) {
    return { heading: "Payment declined", quote, words: `${bot.first_name} declined the payment. ${NOTHING_TAKEN}`, look: "declined" };
  }
  return { heading: "Payment failed", words: `Telegram answered ${error || "with an error"}. ${NOTHING_TAKEN}`, look: "declined" };
}
