-- Empties one shard for a rebuild; who was removed is kept.
--   KEYS[1] board    zset
--   KEYS[2] players  hash
--   KEYS[3] state    hash
--   ARGV[1] seconds until the session is forgotten
--   ARGV[2] rebuild id
-- Returns 1.
redis.call('UNLINK', KEYS[1], KEYS[2], KEYS[3])
redis.call('HSET', KEYS[3], 'rebuild', ARGV[2])
redis.call('EXPIRE', KEYS[3], ARGV[1] - 60)
return 1
