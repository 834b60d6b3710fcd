import { headers } from "next/headers";
import type { Asking } from "../api/actor.ts";

/**
 * The request a page or an action runs in. Next has compared its Origin with its host before an action runs, so it
 * counts as coming from our own pages. A token handed to the action counts as a Bearer credential.
 */
export async function asking(token?: string): Promise<Asking> {
  const given = await headers();
  if (token === undefined) return { method: "GET", headers: given };
  const get = (name: string) => (name === "authorization" ? `Bearer ${token}` : given.get(name));
  return { method: "GET", headers: { get } };
}
