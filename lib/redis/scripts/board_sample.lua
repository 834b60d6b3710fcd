-- Reads evenly spaced totals of one shard, the first and the last among them.
--   KEYS[1] board  zset: member -> packed score
--   ARGV[1] how many, at least 2
-- Returns how many players the shard has, then packed scores in board order.
local size = redis.call('ZCARD', KEYS[1])
local count = math.min(tonumber(ARGV[1]), size)
local sample = { size }
for i = 0, count - 1 do
  local at = i
  if count < size then
    at = math.floor(i * (size - 1) / (count - 1) + 0.5)
  end
  sample[#sample + 1] = redis.call('ZRANGE', KEYS[1], at, at, 'WITHSCORES')[2]
end
return sample
