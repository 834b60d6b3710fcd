/**
 * How long to wait until a room's next board, so that broadcasting takes no more than a share of one core: one giant
 * room slows itself down, many middling rooms slow each other down, a small room beside a giant stays quick.
 */
export class BroadcastLoad {
  /** The share of a core each room would take on its own, oldest report first. */
  private readonly shares = new Map<string, { share: number; atMs: number }>();
  private total = 0;

  /**
   * @param costMs what the room's last broadcast took of the core
   * @param coreShare what it may take on its own
   * @returns milliseconds until the next one is due
   */
  intervalAfter(sessionId: string, costMs: number, nowMs: number, coreShare = CORE_SHARE): number {
    const calm = Math.min(costMs / CALM_SHARE, BOARD_AT_LEAST_EVERY_MS);
    const alone = Math.max(BOARD_EVERY_MS, calm, costMs / coreShare);
    this.forget(sessionId);
    this.shares.set(sessionId, { share: costMs / alone, atMs: nowMs });
    this.total += costMs / alone;
    this.forgetQuiet(nowMs);
    return alone * Math.max(1, this.total / CORE_SHARE);
  }

  private forget(sessionId: string): void {
    this.total -= this.shares.get(sessionId)?.share ?? 0;
    this.shares.delete(sessionId);
  }

  private forgetQuiet(nowMs: number): void {
    for (const [sessionId, { atMs }] of this.shares) {
      if (nowMs - atMs < QUIET_MS) return;
      this.forget(sessionId);
    }
  }
}

/** Four boards a second look live; more only cost. */
export const BOARD_EVERY_MS = 250;
/** They take no more than this share of a core, as long as that leaves one a second: so much is live enough for a phone. */
export const CALM_SHARE = 0.01;
export const BOARD_AT_LEAST_EVERY_MS = 1_000;
/** The share of the core that boards may use; the rest is for answers, views and pages. */
export const CORE_SHARE = 0.15;
/** In the lobby a board says no more than how many have come, and those who come need the core. */
export const LOBBY_SHARE = 0.03;
/** A room without a board for this long takes no share. */
const QUIET_MS = 5_000;
