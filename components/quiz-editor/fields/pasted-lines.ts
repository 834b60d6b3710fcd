import type { ClipboardEvent } from "react";

/** Pasted text, line by line, without empty lines, list marks ("- ", "a) ", "3. ") and spaces around. */
export function pastedLines(event: ClipboardEvent): string[] {
  return event.clipboardData
    .getData("text")
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*(?:[-*•–]|\(?[a-zA-Z0-9]{1,2}[.)])\s+/, "").trim())
    .filter((line) => line !== "");
}
