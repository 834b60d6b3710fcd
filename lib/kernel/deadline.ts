/** Waits for a promise, but no longer than this. After "late" its outcome is ignored. */
export function inTime<T>(promise: Promise<T>, ms: number): Promise<{ value: T } | "late"> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<"late">((resolve) => {
    timer = setTimeout(() => resolve("late"), ms);
  });
  return Promise.race([promise.then((value) => ({ value })), late]).finally(() => clearTimeout(timer));
}
