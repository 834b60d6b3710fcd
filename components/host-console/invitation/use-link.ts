"use client";

import { useEffect, useState } from "react";
import type { Refusal } from "#lib/kernel/refusal.ts";
import type { ActionResult } from "#lib/web/action-result.ts";

export const NOT_REACHED: Refusal = {
  code: "unavailable",
  message: "The server could not be reached. Check the connection and try again.",
};

/** What the code behind the # of the address opens. */
export type Link<T> =
  /** Not looked at yet. */
  | { state: "reading" }
  /** There is no code. */
  | { state: "broken" }
  | { state: "closed"; refusal: Refusal }
  | { state: "open"; code: string; told: T };

export function useLink<T extends object>(read: (code: string) => Promise<ActionResult<T>>): Link<T> {
  const code = useCode();
  const [seen, setSeen] = useState<{ code: string; link: Link<T> } | null>(null);

  useEffect(() => {
    if (code === null || code === "") return;
    let wanted = true;
    read(code)
      .then((told): Link<T> => (told.ok ? { state: "open", code, told } : { state: "closed", ...told }))
      .catch((): Link<T> => ({ state: "closed", refusal: NOT_REACHED }))
      .then((link) => wanted && setSeen({ code, link }));
    return () => {
      wanted = false;
    };
  }, [code, read]);

  if (code === "") return { state: "broken" };
  return seen !== null && seen.code === code ? seen.link : { state: "reading" };
}

/** Null while the page has not looked yet; empty for none. */
function useCode(): string | null {
  const [code, setCode] = useState<string | null>(null);
  useEffect(() => {
    const look = () => setCode(location.hash.slice(1));
    look();
    // A second link opened in the same tab.
    window.addEventListener("hashchange", look);
    return () => window.removeEventListener("hashchange", look);
  }, []);
  return code;
}
