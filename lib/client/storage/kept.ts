/**
 * Small things that a browser keeps: on the device, or in the tab as long as it is open. A private window may forbid
 * storage, and a full one refuses it: then nothing is kept, and nothing fails. Keys begin with `ovation`.
 */
type Where = "device" | "tab";

export function readText(key: string, where: Where = "device"): string | null {
  return quietly(() => storage(where).getItem(key)) ?? null;
}

/** False if the browser did not store it. */
export function keepText(key: string, text: string, where: Where = "device"): boolean {
  return (
    quietly(() => {
      storage(where).setItem(key, text);
      return true;
    }) ?? false
  );
}

/** Null if there is nothing, or no JSON. */
export function readJson(key: string, where: Where = "device"): unknown {
  return quietly(() => JSON.parse(storage(where).getItem(key) ?? "null")) ?? null;
}

/** False if the browser did not store it. */
export function keepJson(key: string, value: unknown, where: Where = "device"): boolean {
  return keepText(key, JSON.stringify(value), where);
}

export function forget(key: string, where: Where = "device"): void {
  quietly(() => storage(where).removeItem(key));
}

export function keptKeys(): string[] {
  return quietly(() => Object.keys(localStorage)) ?? [];
}

function storage(where: Where): Storage {
  return where === "tab" ? sessionStorage : localStorage;
}

function quietly<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}
