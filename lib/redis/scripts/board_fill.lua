-- Adds players from the truth to one shard, during a rebuild. Leaves who is there: that was put later. Who was removed
-- before the rebuild began and is in the truth has come back since, with the total kept aside meanwhile, if any
-- (board_put.lua); who was removed during it stays out.
--   KEYS[1] board    zset: member -> packed score
--   KEYS[2] players  hash: player id -> join order and name
--   KEYS[3] removals hash: player id -> rebuild during which the player was removed
--   KEYS[4] state    hash
--   ARGV[1] seconds until the session is forgotten
--   ARGV[2] rebuild id
--   ARGV    player id, join order, packed score, name, …
-- Returns how many were added; -1 if this rebuild is not the current one.
if redis.call('HGET', KEYS[4], 'rebuild') ~= ARGV[2] then
  return -1
end
local added = 0
for i = 3, #ARGV, 4 do
  local id, seq, packed, details = ARGV[i], ARGV[i + 1], ARGV[i + 2], ARGV[i + 1] .. ARGV[i + 3]
  local removal = redis.call('HGET', KEYS[3], id)
  if removal ~= ARGV[2] then
    if removal then
      redis.call('HDEL', KEYS[3], id)
      local aside = redis.call('HGET', KEYS[4], 'aside:' .. id)
      if aside then
        packed, details = string.match(aside, '^(%S+) (.*)$')
      end
    end
    if redis.call('HSETNX', KEYS[2], id, details) == 1 then
      redis.call('ZADD', KEYS[1], packed, seq .. id)
      added = added + 1
    end
  end
end
redis.call('EXPIRE', KEYS[1], ARGV[1])
redis.call('EXPIRE', KEYS[2], ARGV[1])
return added
