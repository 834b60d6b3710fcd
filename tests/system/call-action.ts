import { readFileSync } from "node:fs";
import { join } from "node:path";

interface Called {
  /** What the action gave back; null where it led to another page. */
  result: Record<string, unknown> | null;
  /** For the next call. */
  cookies: string;
  redirect: string | null;
}

/**
 * Calls a server action as a script of our own page does: from the page that has it, since Next gives nothing back of one
 * that it first has to hand on to a page which the caller may not open.
 */
export async function callAction(
  server: { url: string },
  name: string,
  args: readonly unknown[],
  cookies = "",
  page = "/remote",
): Promise<Called> {
  const reply = await fetch(`${server.url}${page}`, {
    method: "POST",
    redirect: "manual",
    body: JSON.stringify(args),
    headers: {
      "content-type": "text/plain;charset=UTF-8",
      "next-action": actionId(name),
      origin: server.url,
      cookie: cookies,
    },
  });
  const set = reply.headers.getSetCookie().map((cookie) => cookie.split(";", 1)[0] ?? "");
  const [, result] = /^1:(\{.*\})$/m.exec(await reply.text()) ?? [];
  return {
    result: result === undefined ? null : JSON.parse(result),
    cookies: [cookies, ...set].filter(Boolean).join("; "),
    redirect: reply.headers.get("x-action-redirect"),
  };
}

function actionId(name: string): string {
  const path = join(import.meta.dirname, "../../.next/server/server-reference-manifest.json");
  const { node } = JSON.parse(readFileSync(path, "utf8")) as {
    node: Record<string, { exportedName?: string }>;
  };
  const found = Object.entries(node).find(([, { exportedName }]) => exportedName === name);
  if (!found) throw new Error(`the build has no action named ${name}`);
  return found[0];
}
