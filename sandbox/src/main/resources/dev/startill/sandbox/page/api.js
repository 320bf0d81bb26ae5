/** The sandbox's control API, one function a call. A refusal becomes an `ApiError` that a person can read. */

export class ApiError extends Error {
  constructor(message, status) {
    super(message);
    this.name = "ApiError";
    this.status = status;
  }
}

export const buyers = () => get("/sandbox/users");
export const addBuyer = (buyer) => post("/sandbox/users", buyer);
export const giveStars = (user, stars) => post(`/sandbox/users/${user}/stars`, { stars });
export const bots = () => get("/sandbox/bots");
export const bot = (id) => get(`/sandbox/bots/${id}`);
export const messages = (user, bot) => get(`/sandbox/users/${user}/messages?bot=${bot}`);
export const say = (user, bot, text) => post(`/sandbox/users/${user}/messages`, { bot, text });
/** `place` is `{bot}` for a private chat and `{chat}` for a shared one. */
export const press = (user, place, message_id, data) =>
  post(`/sandbox/users/${user}/callbacks`, { ...place, message_id, data });
export const block = (user, bot) => post(`/sandbox/users/${user}/block`, { bot });
export const unblock = (user, bot) => post(`/sandbox/users/${user}/unblock`, { bot });
export const invoice = (link) => get(`/sandbox/invoices?link=${encodeURIComponent(link)}`);

/** Oldest first, at most a hundred. */
export const transactions = (user, offset) => get(`/sandbox/users/${user}/transactions?offset=${offset}`);
export const subscriptions = (user) => get(`/sandbox/users/${user}/subscriptions`);
export const cancelSubscription = (user, id) => post(`/sandbox/users/${user}/subscriptions/${id}/cancel`, {});
export const restoreSubscription = (user, id) =>
  post(`/sandbox/users/${user}/subscriptions/${id}/restore`, {});
/** A buyer's chats with bots, and the channels and groups that they are in. */
export const chats = (user) => get(`/sandbox/users/${user}/chats`);
export const sharedMessages = (user, chat) => get(`/sandbox/chats/${chat}/messages?user=${user}`);
export const write = (user, chat, text) => post(`/sandbox/chats/${chat}/messages`, { user, text });
export const invite = (link) => get(`/sandbox/invites?link=${encodeURIComponent(link)}`);
export const join = (user, link) => post(`/sandbox/users/${user}/join`, { link });
export const cancelMembership = (user, chat, canceled) =>
  post(`/sandbox/chats/${chat}/subscription`, { user, canceled });
export const leave = (user, chat) => post(`/sandbox/chats/${chat}/members`, { user, status: "left" });
export const clock = () => get("/sandbox/clock");
export const advance = (duration) => post("/sandbox/clock", { advance: duration });
export const calls = (last) => get(`/sandbox/calls?last=${last}`);
export const oneCall = (seq) => get(`/sandbox/calls/${seq}`);
export const faults = () => get("/sandbox/faults");
export const addFault = (fault) => post("/sandbox/faults", fault);
export const removeFault = (id) => call(`/sandbox/faults/${id}`, { method: "DELETE" });
export const clearFaults = () => call("/sandbox/faults", { method: "DELETE" });
/** Opens a Mini App; `how` is `{bot, message_id, button}`, `{bot, menu}` or `{bot, url, start_param}`. */
export const openWebApp = (user, how) => post(`/sandbox/users/${user}/webapps`, how);
export const sendWebAppData = (user, id, data) => post(`/sandbox/users/${user}/webapps/${id}/data`, { data });
export const menu = (user, bot) => get(`/sandbox/users/${user}/menu?bot=${bot}`);

/** Opens a new payment form and waits for the bot's answer; `target` is `{link}` or `{bot, message_id}`. */
export const pay = (user, target) => post(`/sandbox/users/${user}/payments`, target);

export const fileAddress = (id) => `/sandbox/files/${encodeURIComponent(id)}`;

const get = (path) => call(path);

const post = (path, body) =>
  call(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });

async function call(path, options) {
  const response = await fetch(path, options).catch(() => {
    throw new ApiError("The sandbox does not answer. Is it still running?", 0);
  });
  const body = await response.json().catch(() => null);
  if (!response.ok) {
    const said = body?.error ?? body?.description;
    throw new ApiError(said ?? `The sandbox answered ${response.status}.`, response.status);
  }
  return body ?? {};
}
