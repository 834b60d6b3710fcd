import { Badge } from "#components/ui/badge.tsx";
import { LocalTime } from "#components/ui/local-time.tsx";
import type { NodeStatus } from "./operator-api.ts";

const SHOWN_MAX = 20;

/** The latest kinds of warnings and errors of all servers. What exactly happened stands in their logs. */
export function RecentTroubles({ nodes }: { nodes: readonly NodeStatus[] }) {
  const troubles = nodes
    .flatMap(({ id, host, troubles: found }) => found.map((trouble) => ({ id, host, ...trouble })))
    .sort((a, b) => b.atMs - a.atMs)
    .slice(0, SHOWN_MAX);
  return (
    <section aria-labelledby="troubles" className="grid gap-4">
      <h2 id="troubles" className="display text-2xl">
        Lately in the logs
      </h2>
      {troubles.length === 0 ? (
        <p className="text-ink-muted">No warnings and no errors.</p>
      ) : (
        <ul className="divide-y rounded-xl border bg-surface" aria-labelledby="troubles">
          {troubles.map(({ id, host, level, message, code, times, atMs }) => (
            <li
              key={`${id} ${level} ${message} ${code}`}
              className="flex flex-wrap items-baseline gap-x-4 gap-y-1.5 px-5 py-3"
            >
              <Badge tone={level === "error" ? "danger" : "warning"}>
                {level === "error" ? "Error" : "Warning"}
              </Badge>
              <span className="min-w-0 flex-1 basis-64 break-words">
                {`${message}${code ? ` (${code})` : ""}${times > 1 ? `, ${times.toLocaleString("en")} times` : ""}`}
              </span>
              <span className="flex flex-wrap gap-x-2 text-ink-muted text-sm">
                <span>{host}</span>
                <LocalTime atMs={atMs} className="numerals" />
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
