-- Takes players off one shard for good.
--   KEYS[1] board    zset: member -> packed score
--   KEYS[2] players  hash: player id -> join order and name
--   KEYS[3] removals hash: player id -> rebuild during which the player was removed
--   KEYS[4] state    hash
--   ARGV[1] seconds until the session is forgotten
--   ARGV    player id, player id, …
-- Returns how many were there.
local gone = 0
local rebuild = redis.call('HGET', KEYS[4], 'rebuild') or ''
for i = 2, #ARGV do
  local id = ARGV[i]
  local details = redis.call('HGET', KEYS[2], id)
  if details then
    redis.call('ZREM', KEYS[1], string.sub(details, 1, 8) .. id)
    redis.call('HDEL', KEYS[2], id)
    gone = gone + 1
  end
  redis.call('HSET', KEYS[3], id, rebuild)
end
redis.call('EXPIRE', KEYS[3], ARGV[1])
return gone
