import type { OnNotice, SessionBus } from "./bus.ts";

/** The bus of a single node. Listeners hear a notice after `publish` has returned, as they do over a network. */
export function memoryBus(): SessionBus {
  const listeners = new Map<string, Set<OnNotice>>();

  return {
    publish(sessionId, notice) {
      queueMicrotask(() => {
        for (const listener of [...(listeners.get(sessionId) ?? [])]) listener(notice, true);
      });
    },
    subscribe(sessionId, onNotice) {
      // Wrapped, so that one function subscribed twice is two subscriptions.
      const listener: OnNotice = (notice, own) => onNotice(notice, own);
      const ofSession = listeners.get(sessionId) ?? new Set();
      listeners.set(sessionId, ofSession.add(listener));
      return () => {
        ofSession.delete(listener);
        if (ofSession.size === 0 && listeners.get(sessionId) === ofSession) listeners.delete(sessionId);
      };
    },
    healthy: () => true,
    alone: async () => true,
    lapses: () => 0,
    async close() {
      listeners.clear();
    },
  };
}
