import { type RecordSources, recordRoot } from "../../record/write-record.ts";
import type { Session } from "../../session/session.ts";

/**
 * A hall of ten thousand takes its receipts within a minute, and the root is made of everybody's answers: it is made once.
 * Only a deletion changes it, so it is not kept longer than it takes a hall.
 */
const KEPT_MS = 60_000;

const roots = new Map<string, { root: Promise<string>; untilMs: number }>();

export function rootOf(sources: RecordSources, session: Session): Promise<string> {
  const nowMs = performance.now();
  for (const [id, { untilMs }] of roots) if (untilMs <= nowMs) roots.delete(id);
  const known = roots.get(session.id);
  if (known) return known.root;
  const root = recordRoot(sources, session);
  roots.set(session.id, { root, untilMs: nowMs + KEPT_MS });
  root.catch(() => roots.delete(session.id));
  return root;
}
