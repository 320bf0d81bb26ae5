/** Buyer and bot in the address (`#/1001/424242`), so that a reload and a link keep them. `#/1001` is the list. */
import { state, change, changeChat } from "./state.js";

const narrow = matchMedia("(max-width: 800px)");
const pattern = /^#\/(-?\d+)(?:\/(-?\d+))?$/;

const here = () => {
  const [, buyer, bot] = location.hash.match(pattern) ?? [];
  return { buyer: buyer ? Number(buyer) : null, bot: bot ? Number(bot) : null };
};

export const address = (buyer, bot) => (bot == null ? `#/${buyer}` : `#/${buyer}/${bot}`);

export function go(buyer, bot) {
  location.hash = address(buyer, bot);
}

/** Reads the address; who is not there (any more) gives way to the first. On a narrow window one pane shows. */
export function follow() {
  const wanted = here();
  const buyer = pick(state.buyers, wanted.buyer ?? state.buyer);
  const bot = pick(state.bots, wanted.bot ?? state.bot);
  const listed = narrow.matches && wanted.buyer != null && wanted.bot == null && state.bots.length > 0;
  document.body.dataset.pane = listed ? "list" : "chat";
  if (buyer != null && !listed) {
    const proper = address(buyer, bot);
    if (location.hash !== proper && bot != null) history.replaceState(null, "", proper);
  }
  if (buyer !== state.buyer || bot !== state.bot) change({ buyer, bot });
  if (buyer != null && bot != null && !listed) changeChat(buyer, bot, { unread: 0 });
}

const pick = (list, id) => (list.some((one) => one.id === id) ? id : (list[0]?.id ?? null));
