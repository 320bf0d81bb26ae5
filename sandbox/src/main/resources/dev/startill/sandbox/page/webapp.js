/** Where Mini Apps open. `launch` is `{me, bot, button, message?}`; the button has a `web_app` with its url. */
import { toast } from "./toast.js";

export function openWebApp({ button }) {
  toast(`This page does not open ${button.web_app.url} yet.`);
}
