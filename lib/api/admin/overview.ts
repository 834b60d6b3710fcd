import type { z } from "zod";
import type { NodeFacts } from "../../operator/node-facts.ts";
import { type KnownNode, SILENT_AFTER_MS } from "../../operator/node-store.ts";
import type { OpenSession } from "../../operator/overview-store.ts";
import type { Runtime } from "../../runtime/runtime.ts";
import { questionIndexOf } from "../../session/phases/phase.ts";
import type { openSessionsSchema, statusSchema } from "./admin-operations.ts";

type Status = z.output<typeof statusSchema>;
type Deps = Pick<Runtime, "beat" | "bootId" | "clock" | "config" | "nodes" | "overview">;

/** What the page, the API and `ctl` tell of the servers. */
export async function statusOf(runtime: Deps): Promise<Status> {
  const [nodes, sizeBytes] = await Promise.all([knownNodes(runtime), databaseBytes(runtime)]);
  const told = nodes.map((node) => nodeReply(runtime, node));
  return {
    atMs: runtime.clock.now(),
    nodes: told,
    database: { kind: runtime.config.databaseUrl ? "postgres" : "embedded", sizeBytes },
    degraded: told
      .filter(({ state }) => state !== "silent")
      .flatMap(({ id, host, parts }) =>
        parts.filter(({ state }) => state === "degraded").map((part) => ({ ...part, host, nodeId: id })),
      ),
  };
}

export async function openSessions(runtime: Deps): Promise<z.output<typeof openSessionsSchema>> {
  const [sessions, nodes] = await Promise.all([
    runtime.overview.openSessions(LISTED_MAX),
    knownNodes(runtime),
  ]);
  return { sessions: sessions.map((session) => openSession(session, nodes)) };
}

/** Who is connected to a session, on all nodes that are there. */
export async function connectedTo(runtime: Deps, sessionId: string) {
  return connected(await knownNodes(runtime), sessionId);
}

const LISTED_MAX = 200;

/** Of this node what it knows now, of the others what they said last. */
async function knownNodes({ nodes, beat, bootId }: Deps): Promise<KnownNode[]> {
  const known = await nodes.list();
  return known.map((node) => (node.id === bootId ? { ...node, facts: beat.facts(), silentMs: 0 } : node));
}

function nodeReply(
  { bootId }: Deps,
  { id, facts, drainAsked, silentMs }: KnownNode,
): Status["nodes"][number] {
  const { sessions: _, draining, ...told } = facts;
  return { id, ...told, state: stateOf(draining || drainAsked, silentMs), answers: id === bootId, silentMs };
}

function stateOf(draining: boolean, silentMs: number): Status["nodes"][number]["state"] {
  if (silentMs > SILENT_AFTER_MS) return "silent";
  return draining ? "draining" : "running";
}

function openSession({ phase, ...session }: OpenSession, nodes: readonly KnownNode[]) {
  const index = questionIndexOf(phase);
  return {
    ...session,
    phase: phase.name,
    question: index === null ? null : index + 1,
    connected: connected(nodes, session.id),
  };
}

function connected(nodes: readonly KnownNode[], sessionId: string) {
  const sum = { players: 0, hosts: 0, presenters: 0 };
  for (const { facts, silentMs } of nodes) {
    const room = silentMs > SILENT_AFTER_MS ? undefined : roomOf(facts, sessionId);
    if (!room) continue;
    sum.players += room.players;
    sum.hosts += room.hosts;
    sum.presenters += room.presenters;
  }
  return sum;
}

function roomOf({ sessions }: NodeFacts, sessionId: string) {
  return sessions.find(({ id }) => id === sessionId);
}

/** Postgres looks at every file for it, so it is asked now and then. */
const SIZE_KEPT_MS = 30_000;
let size: { atMs: number; bytes: Promise<number | null> } | null = null;

function databaseBytes({ overview, clock }: Deps): Promise<number | null> {
  if (!size || clock.now() - size.atMs > SIZE_KEPT_MS)
    size = { atMs: clock.now(), bytes: overview.databaseBytes() };
  return size.bytes;
}
