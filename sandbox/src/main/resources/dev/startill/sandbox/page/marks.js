/** What stands above a message's content: whom it answers, and from where it was forwarded. */
import { h } from "./dom.js";
import { summary } from "./summary.js";

export function marks(message, me, peer, acts) {
  const { forward_origin: origin, reply_to_message: to, via_bot: via } = message;
  return [
    origin ? h("p.forwarded", {}, "Forwarded from ", h("b", {}, originName(origin))) : null,
    via ? h("p.forwarded", {}, "via ", h("b", {}, `@${via.username}`)) : null,
    to ? quote(to, me, peer, acts) : null,
  ];
}

const originName = ({ sender_user: user, sender_user_name: name, chat, sender_chat: sender }) =>
  user?.first_name ?? name ?? chat?.title ?? sender?.title ?? "somebody";

function quote(to, me, peer, acts) {
  const name = to.from?.id === me ? "You" : (to.from?.first_name ?? to.sender_chat?.title ?? peer.first_name);
  return h(
    "button.quote",
    {
      type: "button",
      "data-testid": "reply",
      title: "Show this message",
      onclick: () => acts.show(to.message_id),
    },
    h("b", {}, name),
    h("span", {}, summary(to, null)),
  );
}
