-- Reads everybody on one shard. As JSON: a reply of so many parts costs its reader three times the CPU.
--   KEYS[1] board    zset: member -> packed score
--   KEYS[2] players  hash: player id -> details
-- Returns two JSON lists of text ('{}' if empty): member, packed score, …, in board order; and player id, details, …
return {
  cjson.encode(redis.call('ZRANGE', KEYS[1], 0, -1, 'WITHSCORES')),
  cjson.encode(redis.call('HGETALL', KEYS[2])),
}
