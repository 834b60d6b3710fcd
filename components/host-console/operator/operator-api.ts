import type { z } from "zod";
import type {
  openSessionsSchema,
  statusSchema,
  watchedSessionSchema,
} from "#lib/api/admin/admin-operations.ts";

/** What the operator's pages ask of /api/v1/admin, as the signed-in owner. A refusal is thrown with its sentence. */
export type Status = z.output<typeof statusSchema>;
export type NodeStatus = Status["nodes"][number];
export type OpenSession = z.output<typeof openSessionsSchema>["sessions"][number];
export type WatchedSession = z.output<typeof watchedSessionSchema>;

export interface Overview {
  status: Status;
  sessions: OpenSession[];
}

export async function readOverview(): Promise<Overview> {
  const [status, { sessions }] = await Promise.all([
    ask<Status>("GET", "/status"),
    ask<{ sessions: OpenSession[] }>("GET", "/sessions"),
  ]);
  return { status, sessions };
}

export const readSession = (id: string) => ask<WatchedSession>("GET", `/sessions/${id}`);
export const endSession = (id: string) => ask<null>("POST", `/sessions/${id}/end`);
export const drainNode = (id: string) => ask<null>("POST", `/nodes/${id}/drain`, {});
export const undrainNode = (id: string) => ask<null>("DELETE", `/nodes/${id}/drain`);

async function ask<T>(method: string, path: string, body?: unknown): Promise<T> {
  const sent =
    body === undefined ? {} : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  const response = await fetch(`/api/v1/admin${path}`, { method, ...sent });
  if (response.status === 204) return null as T;
  const reply = await response.json();
  if (response.ok) return reply as T;
  throw new Error((reply as { detail?: string }).detail ?? "The server did not take that. Try again.");
}

export function sentenceOf(error: unknown): string {
  if (error instanceof TypeError) return "The server cannot be reached. Try again.";
  return error instanceof Error ? error.message : "Something went wrong. Try again.";
}
