/** Line icons on a 24 by 24 field. They live in the code so that they draw also while the sandbox is away. */

const PATHS = {
  channel: "M5 10v4h3l8 4.5v-13L8 10zM19 10v4M8.5 14l1 5",
  code: "M8.5 7.5L4 12l4.5 4.5M15.5 7.5L20 12l-4.5 4.5",
  columns: "M6 4.5h12a2 2 0 0 1 2 2v11a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2v-11a2 2 0 0 1 2-2zM12 4.5v15",
  pause: "M8.5 6v12M15.5 6v12",
  play: "M8 5.5l10.5 6.5L8 18.5z",
  trash: "M5 7h14M10 7V4.5h4V7M7 7l.8 12.5h8.4L17 7M10.3 10.5v5.5M13.7 10.5v5.5",
  search: "M10.5 4.5a6 6 0 1 1 0 12a6 6 0 1 1 0-12M15 15l5 5",
  plus: "M12 5v14M5 12h14",
  bolt: "M13 3L5.5 13.5H11l-.5 7.5L18.5 10H13z",
  reply: "M9.5 6L4 11.5 9.5 17M4.5 11.5H14a6 6 0 0 1 6 6",
  lock: "M7 10.5h10a1.5 1.5 0 0 1 1.5 1.5v6a1.5 1.5 0 0 1-1.5 1.5H7A1.5 1.5 0 0 1 5.5 18v-6A1.5 1.5 0 0 1 7 10.5zM8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5",
  keys: "M5.5 6h13A1.5 1.5 0 0 1 20 7.5v9a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 16.5v-9A1.5 1.5 0 0 1 5.5 6zM7.5 10h.01M12 10h.01M16.5 10h.01M8.5 14.5h7",
  window:
    "M5.5 5h13A1.5 1.5 0 0 1 20 6.5v11a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 17.5v-11A1.5 1.5 0 0 1 5.5 5zM4 9.5h16",
  forward: "M14.5 6L20 11.5 14.5 17M19.5 11.5H10a6 6 0 0 0-6 6",
  music:
    "M9 17.5V6l10-2v11.5M9 17.5a2.5 2.5 0 1 1-5 0a2.5 2.5 0 1 1 5 0M19 15.5a2.5 2.5 0 1 1-5 0a2.5 2.5 0 1 1 5 0",
  repeat: "M5 12a7 7 0 0 1 12-5l2 2M19 4.5V9h-4.5M19 12a7 7 0 0 1-12 5l-2-2M5 19.5V15h4.5",
  gift: "M4.5 9.5h15v3.5h-15zM6 13v6.5h12V13M12 9.5v10M12 9.5C8 9.5 7.5 5 9.800 5 11.5 5 12 9.5 12 9.5s.5-4.5 2.200-4.5C16.5 5 16 9.5 12 9.5z",
  user: "M12 4.5a3.7 3.7 0 1 1 0 7.4a3.7 3.7 0 1 1 0-7.4M5 20c.6-3.600 3.4-5.5 7-5.5s6.4 1.900 7 5.5",
  send: "M4.5 12 3.6 5.2a1 1 0 0 1 1.45-1L20.5 12 5.05 19.8a1 1 0 0 1-1.45-1zM4.5 12h7",
  back: "M15 5l-7 7 7 7",
  more: "M12 5.5v.01M12 12v.01M12 18.5v.01",
  down: "M6 9l6 6 6-6",
  file: "M12 4v11m0 0l-4.5-4.5M12 15l4.5-4.5M5 19.5h14",
  link: "M8 16L16.5 7.5M9.5 7h7.5v7.5",
  check: "M5 12.5l4.8 4.8L19 7.5",
  cross: "M6.5 6.5l11 11M17.5 6.5l-11 11",
  clock: "M12 3.5a8.5 8.5 0 1 1 0 17a8.5 8.5 0 1 1 0-17M12 7.5V12l3 2",
  settings:
    "M12 9a3 3 0 1 1 0 6a3 3 0 1 1 0-6M12 3.5v2.2M12 18.3v2.2M3.5 12h2.2M18.3 12h2.2M6 6l1.6 1.6M16.4 16.4L18 18M18 6l-1.6 1.6M7.6 16.4L6 18",
  copy: "M11 8.5h6a2.5 2.5 0 0 1 2.5 2.5v6a2.5 2.5 0 0 1-2.5 2.5h-6a2.5 2.5 0 0 1-2.5-2.5v-6a2.5 2.5 0 0 1 2.5-2.5zM5.5 15.3a2 2 0 0 1-1-1.7V6.5a2 2 0 0 1 2-2h7a2 2 0 0 1 1.7 1",
};

const SVG = "http://www.w3.org/2000/svg";

/** An icon in the colour of the text around it. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("data-icon", name);
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}
