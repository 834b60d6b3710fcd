-- Forgets the ranges that players have left, unless something newer was noted since (range-moves.ts).
--   KEYS[1] homes  hash
--   KEYS[2] state  hash
--   ARGV[1] epoch of the homes that the versions come from
--   ARGV    player id, version, range where the player stands now ('' if off the board), …
-- Returns how many were settled; -1 if these homes are of another epoch.
if (redis.call('HGET', KEYS[2], 'homes') or '') ~= ARGV[1] then
  return -1
end
local settled = 0
for i = 2, #ARGV, 3 do
  local was = redis.call('HGET', KEYS[1], ARGV[i])
  if was then
    local version, packed = string.match(was, '^(%d+) (%S+) ')
    if version == ARGV[i + 1] then
      redis.call('HSET', KEYS[1], ARGV[i], version .. ' ' .. packed .. ' ' .. ARGV[i + 2])
      settled = settled + 1
    end
  end
end
return settled
