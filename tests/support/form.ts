/** A form as a browser without JavaScript sends it: what is hidden in the page, and what was typed. */
export async function postForm(
  url: string,
  typed: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<{ status: number; cookies: string; html: string }> {
  const page = await (await fetch(url, { headers })).text();
  const form = new FormData();
  for (const [tag] of page.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    const name = attribute(tag, "name");
    if (name) form.append(name, attribute(tag, "value"));
  }
  for (const [name, value] of Object.entries(typed)) form.set(name, value);
  const reply = await fetch(url, {
    method: "POST",
    body: form,
    redirect: "manual",
    headers: { origin: new URL(url).origin, ...headers },
  });
  const set = reply.headers.getSetCookie().map((cookie) => cookie.split(";")[0]);
  return { status: reply.status, cookies: set.join("; "), html: await reply.text() };
}

function attribute(tag: string, name: string): string {
  const value = new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
  return value
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&amp;", "&");
}
