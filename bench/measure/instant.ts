/** Milliseconds since the epoch with a fraction: one scale for all processes of the machine, and the server's own. */
export function instantMs(): number {
  return performance.timeOrigin + performance.now();
}
