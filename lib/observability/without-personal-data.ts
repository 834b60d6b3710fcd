import type { ErrorEvent } from "@sentry/core";

const TEXT_MAX = 1_000;

/**
 * Takes out of an event what could be about people: addresses, PINs and other long numbers, tokens, what a statement was
 * given, what stands behind a question mark, and what a parser quotes of what it could not read. Whose computer, browser
 * or session it was is not in it at all.
 */
export function withoutPersonalData(event: ErrorEvent, root: string): ErrorEvent {
  const { user: _, request: __, breadcrumbs: ___, server_name: ____, modules: _____, ...kept } = event;
  const place = (path: string | undefined) => (path === undefined ? path : placeOf(path, root));
  for (const exception of kept.exception?.values ?? []) {
    exception.value = withoutData(exception.value ?? "", exception.type);
    for (const frame of exception.stacktrace?.frames ?? []) {
      const { vars: _vars, abs_path: _path, ...rest } = frame;
      for (const name of Object.keys(frame)) delete frame[name as keyof typeof frame];
      Object.assign(frame, rest, { filename: place(rest.filename) });
    }
  }
  for (const image of kept.debug_meta?.images ?? [])
    if ("code_file" in image && image.code_file) image.code_file = placeOf(image.code_file, root);
  if (kept.message) kept.message = withoutData(kept.message);
  if (kept.transaction) kept.transaction = withoutData(kept.transaction);
  for (const [name, value] of Object.entries(kept.extra ?? {}))
    if (kept.extra) kept.extra[name] = typeof value === "string" ? withoutData(value) : undefined;
  return kept;
}

export function withoutData(text: string, type = ""): string {
  const unquoted = type === "SyntaxError" ? text.replace(/["'`].*["'`]/s, "…") : text;
  return unquoted
    .replace(/\nparams: .*$/s, "")
    .slice(0, 2 * TEXT_MAX)
    .replace(/\?[^\s"')]*/g, "?…")
    .replace(/[\w.+-]{1,64}@[\w.-]+/g, "[address]")
    .replace(/\b\d{1,3}(?:\.\d{1,3}){3}\b|(?:[\da-f]{0,4}:){3,7}[\da-f]{0,4}/gi, "[address]")
    .replace(/[\w-]{16,}(?:\.[\w-]+)*/g, (word) => (/\d/.test(word) && /[a-z]/i.test(word) ? "[id]" : word))
    .replace(/\d{6,}/g, "[number]")
    .slice(0, TEXT_MAX);
}

function placeOf(path: string, root: string): string {
  const plain = path.replace(/^file:\/\//, "").replace(/\?.*$/, "");
  return plain.startsWith(root) ? `app://${plain.slice(root.length)}` : plain;
}
