/**
 * The sandbox's event stream. When it breaks it is opened again with growing pauses, and `onopen` fetches
 * what was missed. A hidden tab gives its connection back: a browser has six for each address.
 */

const KINDS = [
  "message",
  "message_gone",
  "chat",
  "balance",
  "user",
  "bot",
  "payment",
  "clock",
  "reset",
  "call",
  "update",
];
const FIRST_PAUSE = 400;
const LONGEST_PAUSE = 8_000;

export function listen({ onopen, onlost, on }) {
  let source = null;
  let timer = 0;
  let pause = FIRST_PAUSE;

  const open = () => {
    clearTimeout(timer);
    source?.close();
    source = new EventSource("/sandbox/events");
    source.onopen = () => {
      pause = FIRST_PAUSE;
      onopen();
    };
    source.onerror = () => {
      close();
      onlost();
      timer = setTimeout(open, pause * (0.8 + 0.4 * Math.random()));
      pause = Math.min(pause * 2, LONGEST_PAUSE);
    };
    for (const kind of KINDS) {
      source.addEventListener(kind, (event) => on(kind, event.data ? JSON.parse(event.data) : {}));
    }
  };

  const close = () => {
    source?.close();
    source = null;
  };

  document.addEventListener("visibilitychange", () => {
    clearTimeout(timer);
    if (document.hidden) close();
    else if (!source) open();
  });
  window.addEventListener("online", open);
  window.addEventListener("pagehide", close);
  open();
}
