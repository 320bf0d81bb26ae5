/** Copies, and says so. Browsers give the clipboard to localhost and https only. */
import { toast } from "./toast.js";

export async function copy(text, said = "Copied.") {
  try {
    await navigator.clipboard.writeText(text);
    toast(said);
  } catch {
    toast("This browser does not let this page copy.", "trouble");
  }
}
