/**
 * Which invoice a receipt belongs to. The service message's `reply_to_message` says it where the sandbox
 * gives one; what was paid in this browser is remembered as well, since Bot API messages do not tell.
 */

const SHELF = "startill.sandbox.receipts";
const MOST = 300;

const read = () => {
  try {
    return JSON.parse(localStorage.getItem(SHELF)) ?? [];
  } catch {
    return [];
  }
};

let remembered = read();
window.addEventListener("storage", ({ key }) => {
  if (key === SHELF) remembered = read();
});

/** `{charge, user, bot, message_id?, title}`. The oldest are forgotten. */
export function remember(receipt) {
  remembered = [...remembered.filter(({ charge }) => charge !== receipt.charge), receipt].slice(-MOST);
  localStorage.setItem(SHELF, JSON.stringify(remembered));
}

export function forgetReceipts() {
  remembered = [];
  localStorage.removeItem(SHELF);
}

/** The invoice's `{message_id?, title?}` that this service message is the receipt of. */
export function origin({ reply_to_message: invoice, successful_payment: payment }) {
  const known = remembered.find(({ charge }) => charge === payment.telegram_payment_charge_id);
  return {
    message_id: invoice?.message_id ?? known?.message_id,
    title: invoice?.invoice?.title ?? known?.title,
  };
}

/** What a charge was for, as far as this browser has seen it. */
export const titleOf = (charge) => remembered.find((known) => known.charge === charge)?.title;
