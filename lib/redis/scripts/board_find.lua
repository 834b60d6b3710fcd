-- Finds players on one shard.
--   KEYS[1] board    zset: member -> packed score
--   KEYS[2] players  hash: player id -> join order and name
--   ARGV    player id, player id, …
-- Returns for each its packed score, or nil.
local found = {}
for i, id in ipairs(ARGV) do
  local details = redis.call('HGET', KEYS[2], id)
  found[i] = details and redis.call('ZSCORE', KEYS[1], string.sub(details, 1, 8) .. id) or false
end
return found
