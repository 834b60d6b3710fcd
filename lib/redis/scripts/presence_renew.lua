-- Says that a node is alive.
--   KEYS[1] of node  hash
--   KEYS[2] nodes    set of node ids
--   ARGV[1] milliseconds until the node counts as dead
--   ARGV[2] node id
-- Returns 1, or 0 if what the node had written is lost and must be written again; then the ids of all nodes.
redis.call('SADD', KEYS[2], ARGV[2])
return { redis.call('PEXPIRE', KEYS[1], ARGV[1]), unpack(redis.call('SMEMBERS', KEYS[2])) }
