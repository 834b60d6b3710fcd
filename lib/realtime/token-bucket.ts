export interface BucketSize {
  /** How many tokens it holds, full at first. */
  burst: number;
  perSecond: number;
}

/** So many at once, so many a second from then on. Time is passed in. */
export class TokenBucket {
  private readonly size: BucketSize;
  private tokens: number;
  private atMs: number;

  constructor(size: BucketSize, nowMs: number) {
    this.size = size;
    this.tokens = size.burst;
    this.atMs = nowMs;
  }

  /** False, and nothing is taken, if there are fewer than `cost`. */
  take(nowMs: number, cost = 1): boolean {
    // A clock set back must not empty the bucket.
    const elapsedMs = Math.max(0, nowMs - this.atMs);
    this.atMs = nowMs;
    this.tokens = Math.min(this.size.burst, this.tokens + (elapsedMs * this.size.perSecond) / 1_000);
    if (this.tokens < cost) return false;
    this.tokens -= cost;
    return true;
  }
}
