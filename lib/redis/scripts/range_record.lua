-- Notes players' new totals at their home shard, which decides the order of puts (range-moves.ts). Removed players stay out,
-- unless they were removed before the rebuild that notes them: then the truth has taken them back since.
--   KEYS    board, players, homes, removals, state of the home shard
--   ARGV[1] seconds until the session is forgotten
--   ARGV[2] rebuild id, to note only totals of players who have none yet; '' to note all
--   ARGV    player id, packed score, range it belongs to, …
-- Returns the epoch of the homes, then for each player: version, packed score with which to enter ('' if removed), and the
-- other ranges where the player may still stand, like '0,2'. Only '-' if this rebuild is not the current one.
local epoch = redis.call('HGET', KEYS[5], 'homes') or ''
local absent_only = ARGV[2] ~= ''
if absent_only and (epoch ~= ARGV[2] or redis.call('HGET', KEYS[5], 'rebuild') ~= ARGV[2]) then
  return { '-' }
end
local noted = { epoch }
for i = 3, #ARGV, 3 do
  local id, packed, range = ARGV[i], ARGV[i + 1], ARGV[i + 2]
  local was = redis.call('HGET', KEYS[3], id)
  local removal = redis.call('HGET', KEYS[4], id)
  if removal and removal ~= epoch then
    -- The truth may have taken back who was removed before the rebuild: totals meanwhile are kept aside for it.
    local aside = 'aside:' .. id
    if absent_only then
      redis.call('HDEL', KEYS[4], id)
      removal = false
      local kept = redis.call('HGET', KEYS[5], aside)
      if kept then
        packed, range = string.match(kept, '^(%S+) (%d+)$')
      end
    elseif redis.call('HGET', KEYS[5], 'rebuild') then
      redis.call('HSET', KEYS[5], aside, packed .. ' ' .. range)
    end
  end
  local version, was_packed, ranges = 0, '-', ''
  if was then
    version, was_packed, ranges = string.match(was, '^(%d+) (%S+) (.*)$')
    version = tonumber(version)
  end
  if removal then
    noted[#noted + 1] = version
    noted[#noted + 1] = ''
    noted[#noted + 1] = ranges
  elseif absent_only and was_packed ~= '-' then
    noted[#noted + 1] = version
    noted[#noted + 1] = was_packed
    -- The first is where it belongs.
    noted[#noted + 1] = string.match(ranges, '^%d+,?(.*)$')
  else
    local others = {}
    for other in string.gmatch(ranges, '%d+') do
      if other ~= range then
        others[#others + 1] = other
      end
    end
    local left = table.concat(others, ',')
    version = version + 1
    redis.call('HSET', KEYS[3], id, version .. ' ' .. packed .. ' ' .. range .. (left ~= '' and ',' .. left or ''))
    noted[#noted + 1] = version
    noted[#noted + 1] = packed
    noted[#noted + 1] = left
  end
end
for i = 1, 4 do
  redis.call('EXPIRE', KEYS[i], ARGV[1])
end
-- A minute sooner: a board whose data expired must not look complete.
redis.call('EXPIRE', KEYS[5], ARGV[1] - 60)
return noted
