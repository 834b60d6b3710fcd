/**
 * A hint, not a right: this browser has played the quiz with this PIN, so it is worth asking the server who it is. What
 * proves it is the cookie, which scripts cannot read.
 */
export function rememberPlayed(pin: string): void {
  quietly(() =>
    localStorage.setItem(SLOT, [pin, ...played().filter((one) => one !== pin)].slice(0, KEPT).join(" ")),
  );
}

export function forgetPlayed(pin: string): void {
  quietly(() =>
    localStorage.setItem(
      SLOT,
      played()
        .filter((one) => one !== pin)
        .join(" "),
    ),
  );
}

export function hasPlayed(pin: string): boolean {
  return quietly(() => played().includes(pin)) ?? false;
}

const SLOT = "ovation.played";
const KEPT = 8;

function played(): string[] {
  return (localStorage.getItem(SLOT) ?? "").split(" ").filter(Boolean);
}

/** Private windows may forbid storage; then the hint is missing, and nothing else. */
function quietly<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}
