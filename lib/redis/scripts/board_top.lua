-- Reads the head of one shard.
--   KEYS[1] board    zset: member -> packed score
--   KEYS[2] players  hash: player id -> join order and name
--   ARGV[1] how many
-- Returns member, packed score, details, …, in board order. Numbers stay text: Lua would round them.
local head = redis.call('ZRANGE', KEYS[1], 0, ARGV[1] - 1, 'WITHSCORES')
local rows = {}
for i = 1, #head, 2 do
  rows[#rows + 1] = head[i]
  rows[#rows + 1] = head[i + 1]
  rows[#rows + 1] = redis.call('HGET', KEYS[2], string.sub(head[i], 9)) or ''
end
return rows
