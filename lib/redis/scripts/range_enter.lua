-- Puts players on the board of one range, unless something newer is known of them here (range-moves.ts).
--   KEYS    board, players, homes, removals, state of the shard
--   ARGV[1] seconds until the session is forgotten
--   ARGV[2] epoch of the homes that the versions come from
--   ARGV    player id, version, join order, packed score, name, …
-- Returns how many were put; -1 if this range is of another epoch.
if (redis.call('HGET', KEYS[5], 'ranges') or '') ~= ARGV[2] then
  return -1
end
local put = 0
for i = 3, #ARGV, 5 do
  local id, version, seq = ARGV[i], ARGV[i + 1], ARGV[i + 2]
  local was = redis.call('HGET', KEYS[2], id) or '-0'
  local was_seq, was_version = string.match(was, '^(%d*)%-(%d+)')
  if tonumber(was_version) < tonumber(version) then
    if was_seq ~= '' and was_seq ~= seq then
      redis.call('ZREM', KEYS[1], was_seq .. id)
    end
    redis.call('HSET', KEYS[2], id, seq .. '-' .. version .. ':' .. ARGV[i + 4])
    redis.call('ZADD', KEYS[1], ARGV[i + 3], seq .. id)
    put = put + 1
  end
end
for i = 1, 4 do
  redis.call('EXPIRE', KEYS[i], ARGV[1])
end
redis.call('EXPIRE', KEYS[5], ARGV[1] - 60)
return put
