-- Takes players off the board of one range, unless something newer is known of them here, and remembers the version, so
-- that an older total which arrives later does not bring them back (range-moves.ts).
--   KEYS    board, players, homes, removals, state of the shard
--   ARGV[1] seconds until the session is forgotten
--   ARGV[2] epoch of the homes that the versions come from
--   ARGV    player id, version, …
-- Returns how many were taken off; -1 if this range is of another epoch.
if (redis.call('HGET', KEYS[5], 'ranges') or '') ~= ARGV[2] then
  return -1
end
local gone = 0
for i = 3, #ARGV, 2 do
  local id, version = ARGV[i], ARGV[i + 1]
  local was = redis.call('HGET', KEYS[2], id) or '-0'
  local was_seq, was_version = string.match(was, '^(%d*)%-(%d+)')
  if tonumber(was_version) < tonumber(version) then
    if was_seq ~= '' then
      redis.call('ZREM', KEYS[1], was_seq .. id)
      gone = gone + 1
    end
    redis.call('HSET', KEYS[2], id, '-' .. version)
  end
end
for i = 1, 4 do
  redis.call('EXPIRE', KEYS[i], ARGV[1])
end
redis.call('EXPIRE', KEYS[5], ARGV[1] - 60)
return gone
