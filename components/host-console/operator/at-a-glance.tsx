import { counted } from "../phase-words.ts";
import type { Status } from "./operator-api.ts";
import { bytes } from "./words.ts";

/** The figures one looks at first. */
export function AtAGlance({ status: { nodes, database } }: { status: Status }) {
  const there = nodes.filter(({ state }) => state !== "silent");
  const sum = (of: (node: Status["nodes"][number]) => number) =>
    there.reduce((all, node) => all + of(node), 0);
  const disk = there.find((node) => node.disk)?.disk ?? null;
  const silent = nodes.length - there.length;
  const figures = [
    {
      name: "Servers",
      value: String(there.length),
      more:
        silent > 0
          ? `${silent} silent`
          : counted(there.filter((node) => node.state === "draining").length, "draining", "draining"),
    },
    {
      name: "Connected",
      value: sum(({ sockets }) => sockets.all).toLocaleString("en"),
      more: counted(
        sum(({ sockets }) => sockets.players),
        "player",
      ),
    },
    {
      name: "Answers waiting",
      value: sum(({ queues }) => queues.answers).toLocaleString("en"),
      more: `${sum(({ queues }) => queues.storeCalls)} database calls under way`,
    },
    {
      name: "Database",
      value: database.sizeBytes === null ? "–" : bytes(database.sizeBytes),
      more: disk ? `${bytes(disk.freeBytes)} free` : database.kind === "embedded" ? "Embedded" : "Postgres",
    },
  ];
  return (
    <dl className="grid grid-cols-2 gap-3 sm:gap-4 lg:grid-cols-4">
      {figures.map(({ name, value, more }) => (
        <div key={name} className="grid content-start gap-0.5 rounded-xl border bg-surface px-5 py-4">
          <dt className="font-medium text-ink-muted text-sm">{name}</dt>
          <dd className="display numerals text-3xl">{value}</dd>
          <dd className="numerals text-ink-muted text-sm">{more}</dd>
        </div>
      ))}
    </dl>
  );
}
