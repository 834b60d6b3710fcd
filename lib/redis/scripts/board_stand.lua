-- Says how packed scores stand on one shard.
--   KEYS[1] board    zset: member -> packed score
--   KEYS[2] players  hash: player id -> join order and name
--   ARGV    packed score, packed score, …
-- Returns for each: how many stand above it, and of the last of those the member, packed score and details ('' if none).
local stands = {}
for _, packed in ipairs(ARGV) do
  stands[#stands + 1] = redis.call('ZCOUNT', KEYS[1], '-inf', '(' .. packed)
  local above =
    redis.call('ZRANGE', KEYS[1], '(' .. packed, '-inf', 'BYSCORE', 'REV', 'LIMIT', 0, 1, 'WITHSCORES')
  stands[#stands + 1] = above[1] or ''
  stands[#stands + 1] = above[2] or ''
  stands[#stands + 1] = above[1] and redis.call('HGET', KEYS[2], string.sub(above[1], 9)) or ''
end
return stands
