import { headers } from "next/headers";
import type { Asking } from "./actor.ts";

/**
 * The request a page or an action runs in. Next has compared its Origin with its host before an action runs, so it
 * counts as coming from our own pages.
 */
export async function asking(): Promise<Asking> {
  return { method: "GET", headers: await headers() };
}
