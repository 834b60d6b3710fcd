-- Sets players' totals on one shard; safe to repeat. Removed players stay out; during a rebuild, totals of those who were
-- removed before it are kept aside, since the truth may have taken them back.
--   KEYS[1] board    zset: member -> packed score
--   KEYS[2] players  hash: player id -> join order and name
--   KEYS[3] removals hash: player id -> rebuild during which the player was removed
--   KEYS[4] state    hash: rebuild; aside:player id -> packed score, space, join order and name
--   ARGV[1] seconds until the session is forgotten
--   ARGV    player id, join order, packed score, name, …
-- Returns how many were set.
local set = 0
for i = 2, #ARGV, 4 do
  local id, seq, packed = ARGV[i], ARGV[i + 1], ARGV[i + 2]
  local details = seq .. ARGV[i + 3]
  local removal = redis.call('HGET', KEYS[3], id)
  local rebuild = removal and redis.call('HGET', KEYS[4], 'rebuild')
  if removal then
    if rebuild and rebuild ~= removal then
      redis.call('HSET', KEYS[4], 'aside:' .. id, packed .. ' ' .. details)
    end
  else
    local was = redis.call('HGET', KEYS[2], id)
    if was ~= details then
      if was and string.sub(was, 1, 8) ~= seq then
        redis.call('ZREM', KEYS[1], string.sub(was, 1, 8) .. id)
      end
      redis.call('HSET', KEYS[2], id, details)
    end
    redis.call('ZADD', KEYS[1], packed, seq .. id)
    set = set + 1
  end
end
redis.call('EXPIRE', KEYS[1], ARGV[1])
redis.call('EXPIRE', KEYS[2], ARGV[1])
redis.call('EXPIRE', KEYS[3], ARGV[1])
-- A minute sooner: a board whose data expired must not look complete.
redis.call('EXPIRE', KEYS[4], ARGV[1] - 60)
return set
