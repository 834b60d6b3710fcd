-- Counts who is connected over all live nodes; a player with sockets on two nodes counts once.
--   KEYS[1] nodes    set of node ids
--   KEYS    of node  hash: player id -> 1, #hosts and #presenters -> count; one key for each node id in ARGV
--   ARGV    node id, node id, …
-- Returns players, hosts, presenters.
local seen, players, hosts, presenters = {}, 0, 0, 0
for i, id in ipairs(ARGV) do
  local key = KEYS[i + 1]
  local fields = redis.call('HKEYS', key)
  for _, field in ipairs(fields) do
    if string.sub(field, 1, 1) ~= '#' and not seen[field] then
      seen[field] = true
      players = players + 1
    end
  end
  hosts = hosts + (redis.call('HGET', key, '#hosts') or 0)
  presenters = presenters + (redis.call('HGET', key, '#presenters') or 0)
end
return { players, hosts, presenters }
