/** Line icons on a 24 by 24 field. They live in the code so that they draw also while the sandbox is away. */

const PATHS = {
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
