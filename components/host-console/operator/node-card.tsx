"use client";

import { useState } from "react";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/buttons/button.tsx";
import { ConfirmDialog } from "#components/ui/overlays/confirm-dialog.tsx";
import { counted } from "../phase-words.ts";
import { drainNode, type NodeStatus, undrainNode } from "./operator-api.ts";
import { useDoing } from "./use-doing.ts";
import { bytes, span } from "./words.ts";

interface NodeCardProps {
  node: NodeStatus;
  nowMs: number;
  /** No other one takes players. */
  last: boolean;
  onDone(): void;
}

/** One server: who it is, what it carries, and the way to empty it. */
export function NodeCard({ node, nowMs, last, onDone }: NodeCardProps) {
  const [asking, setAsking] = useState(false);
  const { working, doing } = useDoing();
  const { id, host, state } = node;
  const only = last && state === "running";
  return (
    <li className="grid content-start gap-4 rounded-xl border bg-surface p-5" aria-label={`Server ${host}`}>
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3">
        <div className="grid min-w-0 gap-1">
          <h3 className="flex flex-wrap items-center gap-2 font-semibold text-lg leading-tight">
            <span className="break-all">{host}</span>
            <StateBadge node={node} />
            {node.answers && <Badge>This page</Badge>}
          </h3>
          <p className="numerals break-words text-ink-muted text-sm">
            {`${node.version}, Node ${node.runtime.replace(/^v/, "")}, up for ${span(nowMs - node.startedAtMs)}`}
          </p>
        </div>
        {state === "draining" && (
          <Button
            variant="secondary"
            loading={working}
            aria-label={`Let ${host} take players again`}
            onClick={() => doing(() => undrainNode(id), `${host} takes players again.`, onDone)}
          >
            Take back
          </Button>
        )}
        {state === "running" && !only && (
          <Button variant="secondary" aria-label={`Drain ${host}`} onClick={() => setAsking(true)}>
            Drain
          </Button>
        )}
      </div>
      <dl className="numerals grid grid-cols-2 gap-x-4 gap-y-2.5 text-sm sm:grid-cols-3">
        <Fact name="Connected" value={node.sockets.all.toLocaleString("en")} />
        <Fact name="Rooms" value={String(node.rooms)} />
        <Fact
          name="Core in use"
          value={`${Math.round(node.loop.used * 100)} %`}
          alarming={node.loop.used > 0.8}
        />
        <Fact name="Event loop late" value={`${node.loop.lateMs} ms`} alarming={node.loop.lateMs > 250} />
        <Fact name="Memory" value={bytes(node.memory.rssBytes)} />
        <Fact
          name="Answers waiting"
          value={String(node.queues.answers)}
          alarming={node.queues.answers > 1_000}
        />
      </dl>
      {only && (
        <p className="text-ink-muted text-sm">
          No other server takes players, so this one cannot be drained here.
        </p>
      )}
      <ConfirmDialog
        open={asking}
        title={`Drain ${host}?`}
        description={`${counted(node.sockets.all, "device")} on it will reconnect to other servers within seconds, also in the middle of a question; no answer is lost. It takes nobody until you take that back, or it is restarted.`}
        confirmLabel={`Drain ${host}`}
        pending={working}
        onCancel={() => setAsking(false)}
        onConfirm={() =>
          doing(
            () => drainNode(id),
            `${host} is asked to send everybody away.`,
            () => {
              setAsking(false);
              onDone();
            },
          )
        }
      />
    </li>
  );
}

function StateBadge({ node: { state, silentMs } }: { node: NodeStatus }) {
  switch (state) {
    case "running":
      return <Badge tone="success">Running</Badge>;
    case "draining":
      return <Badge tone="warning">Draining</Badge>;
    case "silent":
      return <Badge tone="danger">{`Silent for ${span(silentMs)}`}</Badge>;
    default:
      return state satisfies never;
  }
}

function Fact({ name, value, alarming = false }: { name: string; value: string; alarming?: boolean }) {
  return (
    <div className="grid">
      <dt className="text-ink-muted">{name}</dt>
      <dd className={alarming ? "font-semibold text-danger-ink" : "font-semibold"}>{value}</dd>
    </div>
  );
}
