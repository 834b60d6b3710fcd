/** Entries for one script: some milliseconds of the server. */
const BATCH = 500;

/** Items by the shard each belongs to, in lots that one script may take. Within a shard they keep their order. */
export function sharesOf<T>(
  items: readonly T[],
  shardOfItem: (item: T) => number,
): { shard: number; share: T[] }[] {
  const open = new Map<number, T[]>();
  const shares: { shard: number; share: T[] }[] = [];
  for (const item of items) {
    const shard = shardOfItem(item);
    let share = open.get(shard);
    if (!share || share.length === BATCH) {
      share = [];
      open.set(shard, share);
      shares.push({ shard, share });
    }
    share.push(item);
  }
  return shares;
}
