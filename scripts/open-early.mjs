import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** lib/client/early-socket.ts, where the page's own order has it. */
const SOCKET = /<script>(try\{[^<]*window\.ovationEarly=[^<]*)<\/script>/;

/** A browser runs no script that stands behind a style sheet before that has come: the socket need not wait for it. */
export async function openEarly(folder) {
  const pages = readdirSync(folder, { recursive: true }).filter((path) => /(^|\/)play\.html$/.test(path));
  if (pages.length === 0) throw new Error(`There is no page of the game (play.html) in ${folder}.`);
  for (const path of pages) {
    const file = join(folder, path);
    writeFileSync(file, socketFirst(readFileSync(file, "utf8")));
  }
}

/** The place where it stood stays a script, as React expects. Throws where the page is not made as it should be. */
export function socketFirst(html) {
  const script = SOCKET.exec(html);
  const head = html.indexOf("<head>") + "<head>".length;
  if (!script || head < "<head>".length)
    throw new Error(
      "The page of the game has no early socket in it: the script that holds EARLY_SOCKET_SCRIPT (lib/client/early-socket.ts) is not where Next puts it.",
    );
  if (head >= script.index) return html;
  const [whole] = script;
  return `${html.slice(0, head)}${whole}${html.slice(head).replace(whole, "<script></script>")}`;
}
