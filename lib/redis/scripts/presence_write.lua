-- Brings one node's presence in one session up to date.
--   KEYS[1] of node  hash: player id -> 1, #hosts and #presenters -> count
--   KEYS[2] nodes    set of node ids
--   KEYS[3] ever     set of player ids
--   ARGV[1] milliseconds until the node counts as dead
--   ARGV[2] seconds until the session is forgotten
--   ARGV[3] node id
--   ARGV[4] 1 if this is everything the node knows, 0 if it is changes
--   ARGV[5] hosts
--   ARGV[6] presenters
--   ARGV    player id, 1 if connected or 0 if gone, …
-- Returns 1.
if ARGV[4] == '1' then
  redis.call('UNLINK', KEYS[1])
end
for i = 7, #ARGV, 2 do
  if ARGV[i + 1] == '1' then
    redis.call('HSET', KEYS[1], ARGV[i], 1)
  else
    redis.call('HDEL', KEYS[1], ARGV[i])
  end
  redis.call('SADD', KEYS[3], ARGV[i])
end
redis.call('HSET', KEYS[1], '#hosts', ARGV[5], '#presenters', ARGV[6])
redis.call('PEXPIRE', KEYS[1], ARGV[1])
redis.call('SADD', KEYS[2], ARGV[3])
redis.call('EXPIRE', KEYS[2], ARGV[2])
redis.call('EXPIRE', KEYS[3], ARGV[2])
return 1
