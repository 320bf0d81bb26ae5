/** Telegram's own links (https://core.telegram.org/api/links), as https://t.me/… and as tg://…. */

const HOST = /^(?:https?:\/\/)?(?:www\.)?(?:t|telegram)\.me\//i;

/** `{invoice}` a slug, `{invite}` a hash, `{name, start?, post?}` of a bot or a channel; `{}` for any other address. */
export function parseLink(url) {
  if (/^tg:/i.test(url)) return deep(url);
  if (!HOST.test(url)) return {};
  const [path, query = ""] = url.replace(HOST, "").split("?");
  const start = new URLSearchParams(query).get("start") ?? undefined;
  const [, invoice] = path.match(/^(?:\$|invoice\/)([\w-]+)\/?$/) ?? [];
  if (invoice) return { invoice };
  const [, invite] = path.match(/^(?:\+|joinchat\/)([\w-]+)\/?$/) ?? [];
  if (invite) return { invite };
  const [, name, post] = path.match(/^(\w+)(?:\/(\d+))?\/?$/) ?? [];
  return name ? { name, start, post: post && Number(post) } : {};
}

/** tg://invoice?slug=…, tg://resolve?domain=…&start=…, tg://join?invite=…. */
function deep(url) {
  const [, act, query = ""] = url.match(/^tg:(?:\/\/)?(\w+)\/?(?:\?(.*))?$/i) ?? [];
  const values = new URLSearchParams(query);
  const name = values.get("domain") ?? undefined;
  switch (act?.toLowerCase()) {
    case "invoice":
      return values.get("slug") ? { invoice: values.get("slug") } : {};
    case "join":
      return values.get("invite") ? { invite: values.get("invite") } : {};
    case "resolve":
      return name ? { name, start: values.get("start") ?? undefined } : {};
    default:
      return {};
  }
}
