-- Empties one half of a shard for a rebuild, which begins a new epoch there; who was removed is kept. The ranges of all
-- shards come first, then the homes (range-moves.ts).
--   KEYS    board, players, homes, removals, state of the shard
--   ARGV[1] seconds until the session is forgotten
--   ARGV[2] rebuild id, which is the new epoch
--   ARGV[3] 'ranges' or 'homes'
-- Returns 1; 0 for the homes of a rebuild that was overtaken.
if ARGV[3] == 'ranges' then
  redis.call('UNLINK', KEYS[1], KEYS[2])
  redis.call('HDEL', KEYS[5], 'complete')
  redis.call('HSET', KEYS[5], 'rebuild', ARGV[2], 'ranges', ARGV[2])
else
  if redis.call('HGET', KEYS[5], 'rebuild') ~= ARGV[2] then
    return 0
  end
  redis.call('UNLINK', KEYS[3])
  redis.call('HSET', KEYS[5], 'homes', ARGV[2])
  for _, field in ipairs(redis.call('HKEYS', KEYS[5])) do
    if string.sub(field, 1, 6) == 'aside:' then
      redis.call('HDEL', KEYS[5], field)
    end
  end
end
redis.call('EXPIRE', KEYS[5], ARGV[1] - 60)
return 1
