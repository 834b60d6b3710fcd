import { z } from "zod";
import { PARTS } from "../../operator/node-facts.ts";
import { standingSchema } from "../../protocol/shapes.ts";
import { viewSchema } from "../../session/reports/view.ts";
import { operation } from "../operation.ts";

const partSchema = z.object({
  name: z.enum(PARTS).describe("`boards` and `notices` are what Redis is for; without it they are `unused`."),
  state: z.enum(["ok", "degraded", "unused"]),
  why: z.string().nullable(),
  sinceMs: z.int().nullable().describe("Null while it has always been so."),
});

const troubleSchema = z.object({
  level: z.enum(["warn", "error"]),
  message: z.string(),
  code: z.string().nullable(),
  times: z.int(),
  atMs: z.int().describe("The last time."),
});

const nodeSchema = z.object({
  id: z.string().describe("Its boot: new at every start."),
  host: z.string(),
  pid: z.int(),
  version: z.string(),
  runtime: z.string().describe("Of Node."),
  state: z
    .enum(["running", "draining", "silent"])
    .describe("`silent`: it has not been heard of for a quarter of a minute, and did not say goodbye."),
  answers: z.boolean().describe("It is the one that answers this call."),
  startedAtMs: z.int(),
  silentMs: z.int().describe("How long ago it was heard of."),
  sockets: z.object({ all: z.int(), players: z.int(), hosts: z.int(), presenters: z.int() }),
  rooms: z.int(),
  loop: z.object({
    lateMs: z.int().describe("The longest the event loop was held, of late."),
    used: z.number().describe("The part of a core that it uses, 0 to 1."),
  }),
  memory: z.object({ rssBytes: z.int(), heapBytes: z.int() }),
  queues: z.object({ answers: z.int(), storeCalls: z.int(), eventStreams: z.int() }),
  pool: z.object({ size: z.int(), connections: z.int() }),
  parts: z.array(partSchema),
  troubles: z.array(troubleSchema).describe("The latest kinds of warnings and errors in its log."),
  disk: z.object({ sizeBytes: z.int(), freeBytes: z.int() }).nullable().describe("Of an embedded database."),
});

export const statusSchema = z.object({
  atMs: z.int(),
  nodes: z.array(nodeSchema),
  database: z.object({ kind: z.enum(["embedded", "postgres"]), sizeBytes: z.int().nullable() }),
  degraded: z
    .array(partSchema.extend({ host: z.string(), nodeId: z.string() }))
    .describe("What does not work on a node that is there."),
});

const connectedSchema = z.object({ players: z.int(), hosts: z.int(), presenters: z.int() });

const openSessionSchema = z.object({
  id: z.string(),
  pin: z.string(),
  title: z.string(),
  host: z.string().nullable(),
  phase: z.enum(["lobby", "question", "reveal", "standings", "slide", "paused", "podium", "ended"]),
  question: z.int().nullable().describe("From 1."),
  questions: z.int(),
  joined: z.int().describe("Who has joined so far, also those who have left."),
  connected: connectedSchema.describe("On all servers that are there, to within seconds."),
  createdAtMs: z.int(),
});

export const openSessionsSchema = z.object({ sessions: z.array(openSessionSchema) });

export const watchedSessionSchema = z.object({
  view: viewSchema,
  connected: connectedSchema,
  standings: z.array(standingSchema).describe("The first twenty; none in a survey."),
});

const drainReply = {
  status: 204,
  description: "It is asked, and does so within seconds.",
} as const;

export const adminOperations = {
  getStatus: operation({
    id: "getStatus",
    method: "GET",
    path: "/admin/status",
    auth: "host",
    summary: "How the servers are",
    description:
      "Every server that shares this database, with what it is doing, what does not work and since when. For owners of the workspace that the server’s own owner belongs to, and keys of the scope `admin`; so are all calls below `/admin`.",
    reply: { status: 200, description: "To within seconds.", schema: statusSchema },
    refusals: [],
  }),
  listOpenSessions: operation({
    id: "listOpenSessions",
    method: "GET",
    path: "/admin/sessions",
    auth: "host",
    summary: "List all sessions that are open",
    description: "Of all workspaces, without rehearsals.",
    reply: { status: 200, description: "The newest 200, the latest first.", schema: openSessionsSchema },
    refusals: [],
  }),
  watchSession: operation({
    id: "watchSession",
    method: "GET",
    path: "/admin/sessions/{id}",
    auth: "host",
    summary: "Look into any session",
    description: "What its screens see. Nobody in it notices.",
    reply: { status: 200, description: "As it is now.", schema: watchedSessionSchema },
    refusals: ["session_not_found"],
  }),
  endAnySession: operation({
    id: "endAnySession",
    method: "POST",
    path: "/admin/sessions/{id}/end",
    auth: "host",
    summary: "End any session",
    description:
      "For everybody, without a podium. What was answered is counted and kept. Twice does no more than once.",
    reply: { status: 204, description: "It has ended." },
    refusals: ["session_not_found", "command_not_possible"],
  }),
  drainNode: operation({
    id: "drainNode",
    method: "POST",
    path: "/admin/nodes/{id}/drain",
    auth: "host",
    summary: "Drain a server",
    description:
      "It is not ready any more (`/readyz` is 503), sends live sockets away to come back on another server, and takes no more. It goes on answering calls until it is stopped, or the drain is taken back.",
    body: z.strictObject({
      force: z.boolean().optional().describe("Also where no other server takes players."),
    }),
    reply: drainReply,
    refusals: ["node_not_found", "node_silent", "last_node"],
    example: { force: false },
  }),
  undrainNode: operation({
    id: "undrainNode",
    method: "DELETE",
    path: "/admin/nodes/{id}/drain",
    auth: "host",
    summary: "Take a drain back",
    reply: drainReply,
    refusals: ["node_not_found", "node_silent"],
  }),
  getBackup: operation({
    id: "getBackup",
    method: "GET",
    path: "/admin/backup",
    auth: "host",
    summary: "Take a backup",
    description:
      "Everything as it was in one instant, media included, while the game goes on. It holds secrets. `npm run ctl -- restore` reads it; a file that was cut short has no checksum and is refused.",
    reply: { status: 200, description: "One file.", file: true },
    refusals: ["backup_refused", "disk_full"],
  }),
} as const;
