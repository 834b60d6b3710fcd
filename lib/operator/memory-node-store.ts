import type { NodeFacts } from "./node-facts.ts";
import type { NodeStore } from "./node-store.ts";

/** Of a server that has its database to itself: it is the only one. */
export function memoryNodeStore(now: () => number): NodeStore {
  const nodes = new Map<string, { facts: NodeFacts; beatAtMs: number; drainAsked: boolean }>();
  return {
    async beat(id, facts) {
      const drainAsked = nodes.get(id)?.drainAsked ?? false;
      nodes.set(id, { facts, beatAtMs: now(), drainAsked });
      return { drainAsked };
    },
    list: async () =>
      [...nodes].map(([id, { beatAtMs, ...node }]) => ({ id, ...node, silentMs: now() - beatAtMs })),
    async askDrain(id, asked, { force }) {
      const node = nodes.get(id);
      if (!node) return "unknown";
      if (asked && !force) return "last";
      node.drainAsked = asked;
      return "asked";
    },
    leave: async (id) => void nodes.delete(id),
  };
}
