-- Finds players on one shard that holds the whole board, and says where they stand.
--   KEYS[1] board    zset: member -> packed score
--   KEYS[2] players  hash: player id -> join order and name
--   ARGV    player id, player id, …
-- Returns for each its packed score, how many stand above it, and of the last of those the member, packed score and
-- details ('' if none); just nil for who is not there.
local places = {}
for _, id in ipairs(ARGV) do
  local own = redis.call('HGET', KEYS[2], id)
  local packed = own and redis.call('ZSCORE', KEYS[1], string.sub(own, 1, 8) .. id)
  if packed then
    local above =
      redis.call('ZRANGE', KEYS[1], '(' .. packed, '-inf', 'BYSCORE', 'REV', 'LIMIT', 0, 1, 'WITHSCORES')
    places[#places + 1] = {
      packed,
      redis.call('ZCOUNT', KEYS[1], '-inf', '(' .. packed),
      above[1] or '',
      above[2] or '',
      above[1] and redis.call('HGET', KEYS[2], string.sub(above[1], 9)) or '',
    }
  else
    places[#places + 1] = false
  end
end
return places
