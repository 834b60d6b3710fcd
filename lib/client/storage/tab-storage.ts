import type { TextStorage } from "./text-storage.ts";

/**
 * What a tab keeps as long as it is open: its session storage, or, where a browser that blocks cookies forbids that too,
 * the name of its window, which outlives a reload as well (docs/decisions/020). Keys begin with `ovation`.
 */
export const tabStorage: TextStorage = {
  get(key) {
    const storage = sessionStorageOrNone();
    return storage ? storage.getItem(key) : (named()[key] ?? null);
  },
  set(key, value) {
    const storage = sessionStorageOrNone();
    if (storage) storage.setItem(key, value);
    else window.name = JSON.stringify({ ...named(), [key]: value });
  },
  remove(key) {
    const storage = sessionStorageOrNone();
    if (storage) storage.removeItem(key);
    else window.name = JSON.stringify({ ...named(), [key]: undefined });
  },
};

function sessionStorageOrNone(): Storage | null {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}

function named(): Record<string, string> {
  try {
    const kept: unknown = JSON.parse(window.name);
    return typeof kept === "object" && kept !== null ? (kept as Record<string, string>) : {};
  } catch {
    return {};
  }
}
