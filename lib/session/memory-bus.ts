import type { Notice, SessionBus } from "./bus.ts";

/** The bus of a single node. Listeners hear a notice after `publish` has returned, as they do over a network. */
export function memoryBus(): SessionBus {
  const listeners = new Map<string, Set<(notice: Notice) => void>>();

  return {
    publish(sessionId, notice) {
      queueMicrotask(() => {
        for (const listener of [...(listeners.get(sessionId) ?? [])]) listener(notice);
      });
    },
    subscribe(sessionId, onNotice) {
      // Wrapped, so that one function subscribed twice is two subscriptions.
      const listener = (notice: Notice) => onNotice(notice);
      const ofSession = listeners.get(sessionId) ?? new Set();
      listeners.set(sessionId, ofSession.add(listener));
      return () => {
        ofSession.delete(listener);
        if (ofSession.size === 0 && listeners.get(sessionId) === ofSession) listeners.delete(sessionId);
      };
    },
    healthy: () => true,
    async close() {
      listeners.clear();
    },
  };
}
