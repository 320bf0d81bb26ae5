/**
 * A Mini App in its frame. It speaks as Telegram's web clients do: JSON texts `{eventType, eventData}`
 * through `postMessage`, both ways (core.telegram.org/api/web-events, core.telegram.org/api/bots/webapps).
 * What this frame has no answer to is refused in the words of that interface, never pretended.
 */
import { openDialog } from "./dialog.js";
import { h, avatar } from "./dom.js";
import { icon } from "./icons.js";
import { complain, toast } from "./toast.js";
import { payLink, openAddress } from "./open.js";
import { askAboutApp } from "./webapppopup.js";
import { invoke } from "./webappstorage.js";
import * as api from "./api.js";

const dark = () => matchMedia("(prefers-color-scheme: dark)").matches;

/**
 * Opens a Mini App of `bot` for the buyer `me`: of a `button` under or of a `message`, of the bot's menu
 * button (neither), or of a `url` with an optional `start_param`.
 */
export async function openWebApp({ me, bot, button, message, url, start_param }) {
  const how = button
    ? { message_id: message.message_id, button: button.text }
    : url
      ? { url, start_param }
      : { menu: true };
  const theme = dark() ? "dark" : "light";
  const launched = await api.openWebApp(me.id, { bot: bot.id, theme, ...how }).catch(complain);
  if (launched?.url) show({ user: me, bot, launched });
}

function show({ user, bot, launched }) {
  const frame = h("iframe.webapp-frame", {
    src: launched.url,
    title: `Mini App of ${bot.first_name}`,
    sandbox: "allow-scripts allow-same-origin allow-forms allow-popups allow-modals allow-downloads",
    allow: "clipboard-write",
    "data-testid": "webapp-frame",
  });
  const back = bar("back", "Back", "back_button_pressed");
  const settings = bar("settings", "Settings", "settings_button_pressed");
  const main = bottom("main_button_pressed", "webapp-main");
  const second = bottom("secondary_button_pressed", "webapp-second");
  const loading = h("p.webapp-loading", { role: "status" }, "Opening…");
  const close = h(
    "button.round",
    { type: "button", "aria-label": "Close the Mini App", "data-testid": "webapp-close", onclick: leave },
    icon("cross"),
  );
  const dialog = openDialog(
    { title: "webapp-title", testid: "webapp", look: "webapp", onclose: end },
    h(
      "header.webapp-head",
      {},
      back,
      avatar(bot),
      h("h2", { id: "webapp-title" }, bot.first_name, h("span", {}, "Mini App")),
      settings,
      close,
    ),
    h("div.webapp-body", {}, loading, frame),
    h("footer.webapp-foot", {}, main, second),
  );
  const app = { user, bot, launched, frame, dialog, back, settings, main, second, confirm: false };
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    leave();
  });
  frame.addEventListener("load", () => loading.remove());
  frame.focus();

  function hear(event) {
    if (event.source !== frame.contentWindow) return;
    const said = read(event.data);
    if (said) answers[said.eventType]?.(app, said.eventData ?? {}, tell);
  }
  function tell(eventType, eventData = {}) {
    frame.contentWindow?.postMessage(JSON.stringify({ eventType, eventData }), "*");
  }
  function bar(name, label, event) {
    const press = () => tell(event);
    return h(
      "button.round",
      { type: "button", "aria-label": label, hidden: true, onclick: press, "data-testid": `webapp-${name}` },
      icon(name),
    );
  }
  function bottom(event, testid) {
    return h("button.primary", {
      type: "button",
      hidden: true,
      "data-testid": testid,
      onclick: () => tell(event),
    });
  }
  async function leave() {
    const sure =
      !app.confirm ||
      (await askAboutApp({
        title: bot.first_name,
        message: "Changes that you made may not be saved.",
        buttons: [
          { id: "close", type: "destructive", text: "Close anyway" },
          { id: "", type: "cancel" },
        ],
      })) === "close";
    if (sure) dialog.close();
  }
  function end() {
    removeEventListener("message", hear);
    removeEventListener("resize", resized);
    colours.removeEventListener("change", recoloured);
  }
  const colours = matchMedia("(prefers-color-scheme: dark)");
  const resized = () => tell("viewport_changed", viewport(app));
  const recoloured = () => tell("theme_changed", { theme_params: theme(app) });
  addEventListener("message", hear);
  addEventListener("resize", resized);
  colours.addEventListener("change", recoloured);
}

function read(data) {
  try {
    const said = JSON.parse(data);
    return typeof said?.eventType === "string" ? said : null;
  } catch {
    return null;
  }
}

const viewport = ({ frame }) => ({
  height: frame.clientHeight,
  width: frame.clientWidth,
  is_expanded: true,
  is_state_stable: true,
});

const theme = ({ launched }) => launched.themes[dark() ? "dark" : "light"];

const unsupported =
  (reply, words = { error: "UNSUPPORTED" }) =>
  (app, data, tell) =>
    tell(reply, { ...words, ...(data.req_id ? { req_id: data.req_id } : {}) });

const inset = { top: 0, bottom: 0, left: 0, right: 0 };

/** What a Mini App may say, and what it hears back. Haptics and colours of bars have no place here. */
const answers = {
  web_app_close: ({ dialog }) => dialog.close(),
  web_app_request_viewport: (app, data, tell) => tell("viewport_changed", viewport(app)),
  web_app_request_theme: (app, data, tell) => tell("theme_changed", { theme_params: theme(app) }),
  web_app_request_safe_area: (app, data, tell) => tell("safe_area_changed", inset),
  web_app_request_content_safe_area: (app, data, tell) => tell("content_safe_area_changed", inset),
  web_app_setup_back_button: ({ back }, { is_visible }) => void (back.hidden = !is_visible),
  web_app_setup_settings_button: ({ settings }, { is_visible }) => void (settings.hidden = !is_visible),
  web_app_setup_main_button: ({ main }, look) => dress(main, look),
  web_app_setup_secondary_button: ({ second }, look) => dress(second, look),
  web_app_setup_closing_behavior: (app, { need_confirmation }) => void (app.confirm = !!need_confirmation),
  web_app_open_invoice: openInvoice,
  web_app_open_link: ({ user }, { url }) => openAddress(user, url),
  web_app_open_tg_link: ({ user, dialog }, { path_full }) => {
    dialog.close();
    openAddress(user, `https://t.me${path_full}`);
  },
  web_app_open_popup: async (app, popup, tell) =>
    tell("popup_closed", present({ button_id: await askAboutApp(popup) })),
  web_app_data_send: sendData,
  web_app_invoke_custom_method: ({ user, bot }, call, tell) =>
    tell("custom_method_invoked", { req_id: call.req_id, ...invoke(`${bot.id}:${user.id}`, call) }),
  web_app_request_write_access: (app, data, tell) => tell("write_access_requested", { status: "allowed" }),
  web_app_request_phone: (app, data, tell) => tell("phone_requested", { status: "cancelled" }),
  web_app_read_text_from_clipboard: (app, { req_id }, tell) => tell("clipboard_text_received", { req_id }),
  web_app_request_fullscreen: unsupported("fullscreen_failed"),
  web_app_add_to_home_screen: unsupported("home_screen_failed"),
  web_app_check_home_screen: unsupported("home_screen_checked", { status: "unsupported" }),
  web_app_biometry_get_info: unsupported("biometry_info_received", { available: false }),
  web_app_open_scan_qr_popup: unsupported("scan_qr_popup_closed", {}),
  web_app_start_accelerometer: unsupported("accelerometer_failed"),
  web_app_start_gyroscope: unsupported("gyroscope_failed"),
  web_app_start_device_orientation: unsupported("device_orientation_failed"),
  web_app_check_location: unsupported("location_checked", { available: false }),
  web_app_request_location: unsupported("location_requested", { available: false }),
  web_app_secure_storage_save_key: unsupported("secure_storage_failed"),
  web_app_secure_storage_get_key: unsupported("secure_storage_failed"),
  web_app_device_storage_save_key: unsupported("device_storage_failed"),
  web_app_device_storage_get_key: unsupported("device_storage_failed"),
  web_app_send_prepared_message: unsupported("prepared_message_failed"),
  web_app_set_emoji_status: unsupported("emoji_status_failed"),
  web_app_request_emoji_status_access: unsupported("emoji_status_access_requested", { status: "cancelled" }),
  web_app_request_file_download: unsupported("file_download_requested", { status: "cancelled" }),
};

/** The status is the one that a Mini App may show and must not trust: the bot's update decides. */
function openInvoice(app, { slug }, tell) {
  payLink(app.user, `https://t.me/$${slug}`, (status) => tell("invoice_closed", { slug, status }));
}

async function sendData({ user, launched, dialog }, { data }) {
  if (launched.launch !== "keyboard_button")
    return toast("Only a Mini App opened by a keyboard's button can send data.", "trouble");
  const sent = await api.sendWebAppData(user.id, launched.id, data).catch(complain);
  if (sent?.message_id) dialog.close();
}

function dress(button, look) {
  if (look.is_visible !== undefined) button.hidden = !look.is_visible;
  if (look.text !== undefined) button.textContent = look.text;
  if (look.is_active !== undefined) button.disabled = !look.is_active;
  if (look.is_progress_visible !== undefined) button.setAttribute("aria-busy", look.is_progress_visible);
  if (look.color) button.style.backgroundColor = look.color;
  if (look.text_color) button.style.color = look.text_color;
}

const present = (fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value));
