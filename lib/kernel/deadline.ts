/** Waits for a promise, but no longer than this. "late" leaves it to itself: what it does later is nobody's business. */
export function inTime<T>(promise: Promise<T>, ms: number): Promise<{ value: T } | "late"> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<"late">((resolve) => {
    timer = setTimeout(() => resolve("late"), ms);
  });
  return Promise.race([promise.then((value) => ({ value })), late]).finally(() => clearTimeout(timer));
}
