/** CloudStorage of Mini Apps, kept in this browser: one drawer for each bot and buyer. */
const LIMIT = 1024;
const KEY = /^[A-Za-z0-9_-]{1,128}$/;
const LONGEST = 4096;

/** Does what a custom method asks for: `{result}` or `{error}`. */
export function invoke(drawer, { method, params = {} }) {
  const place = `startill.cloud.${drawer}`;
  const kept = JSON.parse(localStorage.getItem(place) ?? "{}");
  const put = () => localStorage.setItem(place, JSON.stringify(kept));
  switch (method) {
    case "saveStorageValue":
      if (!KEY.test(params.key)) return { error: "KEY_INVALID" };
      if (String(params.value).length > LONGEST) return { error: "VALUE_INVALID" };
      if (!(params.key in kept) && Object.keys(kept).length >= LIMIT) return { error: "QUOTA_EXCEEDED" };
      kept[params.key] = String(params.value);
      put();
      return { result: true };
    case "getStorageValues":
      return { result: Object.fromEntries((params.keys ?? []).map((key) => [key, kept[key] ?? ""])) };
    case "deleteStorageValues":
      for (const key of params.keys ?? []) delete kept[key];
      put();
      return { result: true };
    case "getStorageKeys":
      return { result: Object.keys(kept) };
    default:
      return { error: "UNSUPPORTED" };
  }
}
