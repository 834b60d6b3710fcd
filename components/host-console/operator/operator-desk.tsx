"use client";

import { Download } from "lucide-react";
import { Banner } from "#components/ui/banner.tsx";
import { buttonStyles } from "#components/ui/buttons/button-styles.ts";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { AtAGlance } from "./at-a-glance.tsx";
import { NodeCard } from "./node-card.tsx";
import { OpenSessions } from "./open-sessions.tsx";
import { readOverview } from "./operator-api.ts";
import { RecentTroubles } from "./recent-troubles.tsx";
import { usePolled } from "./use-polled.ts";
import { PART_WORDS, span, WHY_WORDS } from "./words.ts";

/** Everything an operator wants to see at a glance, as of three seconds ago. */
export function OperatorDesk() {
  const { value, trouble, readAtMs, again } = usePolled(readOverview);

  if (!value)
    return trouble ? (
      <Banner tone="danger">{trouble}</Banner>
    ) : (
      <div className="grid gap-4" aria-busy="true">
        <Skeleton className="h-24 rounded-xl" />
        <Skeleton className="h-56 rounded-xl" />
        <Skeleton className="h-40 rounded-xl" />
      </div>
    );
  const { status, sessions } = value;
  return (
    <>
      {trouble && (
        <Banner tone="warning">
          <span>{`${trouble} What you see is ${span(Date.now() - (readAtMs ?? 0))} old.`}</span>
        </Banner>
      )}
      {status.degraded.length > 0 && (
        <ul className="grid gap-3" aria-label="What does not work">
          {status.degraded.map(({ nodeId, host, name, why, sinceMs }) => (
            <li key={`${nodeId} ${name}`}>
              <Banner tone="danger">
                <span>
                  {`${PART_WORDS[name]}${why ? `: ${WHY_WORDS[why] ?? why}` : ""} (${host}${sinceMs === null ? "" : `, for ${span(status.atMs - sinceMs)}`}).`}
                </span>
              </Banner>
            </li>
          ))}
        </ul>
      )}
      <AtAGlance status={status} />
      <section aria-labelledby="servers" className="grid gap-4">
        <h2 id="servers" className="display text-2xl">
          Servers
        </h2>
        <ul className="grid gap-4 lg:grid-cols-2">
          {status.nodes.map((node) => (
            <NodeCard
              key={node.id}
              node={node}
              nowMs={status.atMs}
              last={status.nodes.filter(({ state }) => state === "running").length === 1}
              onDone={again}
            />
          ))}
        </ul>
      </section>
      <OpenSessions sessions={sessions} nowMs={status.atMs} onDone={again} />
      <RecentTroubles nodes={status.nodes} />
      <section aria-labelledby="backup" className="grid gap-3">
        <h2 id="backup" className="display text-2xl">
          Backup
        </h2>
        <p className="max-w-[65ch] text-pretty text-ink-muted">
          Everything in one file, as it is in this instant, pictures, sounds and films included. Quizzes go on
          meanwhile. It holds passwords’ hashes and secrets, so keep it where only you can read it.
        </p>
        <a
          href="/api/v1/admin/backup"
          download
          className={buttonStyles("secondary", "md", "justify-self-start")}
        >
          <Download aria-hidden="true" className="size-5" />
          <span>Download a backup</span>
        </a>
      </section>
    </>
  );
}
