-- Finds players at their home shard.
--   KEYS[1] homes  hash
--   ARGV    player id, player id, …
-- Returns for each its packed score, or nil.
local found = {}
for i, id in ipairs(ARGV) do
  local home = redis.call('HGET', KEYS[1], id)
  local packed = home and string.match(home, '^%d+ (%d+) ')
  found[i] = packed or false
end
return found
