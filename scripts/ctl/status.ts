import type { z } from "zod";
import type { statusSchema } from "#lib/api/admin/admin-operations.ts";
import type { Asked } from "./asked.ts";
import { bytes, instant, print, span, table } from "./print.ts";
import { reachServer } from "./reach.ts";

export type Status = z.output<typeof statusSchema>;

export async function status(asked: Asked): Promise<void> {
  const told = await reachServer(asked).call<Status>("GET", "/admin/status");
  print(asked, told, () => forPeople(told));
}

function forPeople({ atMs, nodes, database, degraded }: Status): string {
  const rows = nodes.map((node) => [
    node.id.slice(0, 8),
    node.host,
    node.version,
    node.state === "silent" ? `silent for ${span(node.silentMs)}` : node.state,
    span(atMs - node.startedAtMs),
    node.sockets.all,
    node.rooms,
    `${node.loop.lateMs} ms`,
    `${Math.round(node.loop.used * 100)} %`,
    bytes(node.memory.rssBytes),
    node.queues.answers,
  ]);
  const head = [
    "NODE",
    "HOST",
    "VERSION",
    "STATE",
    "UP",
    "SOCKETS",
    "ROOMS",
    "LATE",
    "CORE",
    "MEMORY",
    "QUEUED",
  ];
  const disk = nodes.find((node) => node.disk)?.disk;
  const troubles = nodes
    .flatMap(({ host, troubles: found }) => found.map((trouble) => ({ host, ...trouble })))
    .sort((a, b) => b.atMs - a.atMs)
    .slice(0, 10);
  return [
    table(head, rows),
    "",
    `Database: ${database.kind}, ${bytes(database.sizeBytes)}${disk ? `; ${bytes(disk.freeBytes)} free on its disk` : ""}`,
    degraded.length === 0 ? "All parts work." : "Does not work:",
    ...degraded.map(
      ({ name, host, why, sinceMs }) =>
        `  ${name} on ${host}${why ? ` (${why})` : ""}${sinceMs === null ? "" : `, for ${span(atMs - sinceMs)}`}`,
    ),
    ...(troubles.length === 0
      ? []
      : [
          "",
          "Lately in the logs:",
          ...troubles.map(
            ({ host, level, message, code, times, atMs: at }) =>
              `  ${instant(at)}  ${host}  ${level}  ${message}${code ? ` (${code})` : ""}${times > 1 ? `, ${times} times` : ""}`,
          ),
        ]),
  ].join("\n");
}
