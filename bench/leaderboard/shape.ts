export type Where = "redis" | "cluster";
export type Partition = "hash" | "range";

export interface BoardShape {
  where: Where;
  partition: Partition;
  shards: number;
  players: number;
}

/** What one kind of call costs. */
export interface Cost {
  /** Of one call, while a few others are under way. */
  wallMs: number;
  /** CPU of all Redis servers together for one call, in milliseconds. */
  redisMs: number;
  /** CPU of the calling process for one call, in milliseconds. */
  nodeMs: number;
}

export interface BoardFigures extends BoardShape {
  /** Share of the players whom an update takes into another range. */
  crossing: number;
  /** CPU per 1,000 players of an answer wave put in groups, and the wall time of the whole wave. */
  update: Cost & { players: number; waveMs: number };
  top: Cost;
  /** Of a group of 200. */
  places: Cost;
  cuts: Cost;
  all: Cost;
  rebuild: Cost;
}
