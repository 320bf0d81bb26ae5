/** A short burst of Stars after a payment; none for those who asked for less motion. */
import { h } from "./dom.js";

const COUNT = 14;

export function celebrate() {
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  const burst = h("div.burst", { "aria-hidden": "true" });
  for (let i = 0; i < COUNT; i++) {
    const piece = h("img", { src: "/page/star.svg", alt: "" });
    const turn = (i / COUNT) * 2 * Math.PI + Math.random() * 0.4;
    const reach = 110 + Math.random() * 130;
    piece.style.setProperty("--x", `${Math.cos(turn) * reach}px`);
    piece.style.setProperty("--y", `${Math.sin(turn) * reach - 60}px`);
    piece.style.setProperty("--size", `${14 + Math.random() * 20}px`);
    burst.append(piece);
  }
  document.body.append(burst);
  setTimeout(() => burst.remove(), 1_600);
}
