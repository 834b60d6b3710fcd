-- Notes at their home shard that players are off the board for good (range-moves.ts). Safe to repeat.
--   KEYS    board, players, homes, removals, state of the home shard
--   ARGV[1] seconds until the session is forgotten
--   ARGV    player id, player id, …
-- Returns the epoch of the homes, then for each player: the version of the removal (0 if never seen), '', and the
-- ranges where the player may still stand, like '0,2'.
local epoch = redis.call('HGET', KEYS[5], 'homes') or ''
local noted = { epoch }
for i = 2, #ARGV do
  local id = ARGV[i]
  redis.call('HSET', KEYS[4], id, epoch)
  local was = redis.call('HGET', KEYS[3], id)
  local version, ranges = 0, ''
  if was then
    version, ranges = string.match(was, '^(%d+) %S+ (.*)$')
    version = version + 1
    redis.call('HSET', KEYS[3], id, version .. ' - ' .. ranges)
  end
  noted[#noted + 1] = version
  noted[#noted + 1] = ''
  noted[#noted + 1] = ranges
end
for i = 1, 4 do
  redis.call('EXPIRE', KEYS[i], ARGV[1])
end
redis.call('EXPIRE', KEYS[5], ARGV[1] - 60)
return noted
