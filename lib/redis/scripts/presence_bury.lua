-- Forgets nodes that have died: what they had written has expired.
--   KEYS[1] nodes    set of node ids
--   KEYS    of node  hash; one key for each node id in ARGV
--   ARGV    node id, node id, …
-- Returns how many were forgotten.
local dead = {}
for i, id in ipairs(ARGV) do
  if redis.call('EXISTS', KEYS[i + 1]) == 0 then
    dead[#dead + 1] = id
  end
end
return #dead == 0 and 0 or redis.call('SREM', KEYS[1], unpack(dead))
