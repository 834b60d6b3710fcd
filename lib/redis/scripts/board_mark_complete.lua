-- Marks one shard complete and forgets what was kept aside, as of this run of this server: one that restarted from an old dump, or a replica that took
-- over without the last writes, has another run id and does not count as complete.
--   KEYS[1] state  hash
--   ARGV[1] seconds until the session is forgotten
--   ARGV[2] rebuild id; '' to mark in any case
-- Returns 1, or 0 if this rebuild is not the current one.
if ARGV[2] ~= '' and redis.call('HGET', KEYS[1], 'rebuild') ~= ARGV[2] then
  return 0
end
local run_id = string.match(redis.call('INFO', 'server'), 'run_id:(%w+)')
redis.call('HSET', KEYS[1], 'complete', run_id)
redis.call('HDEL', KEYS[1], 'rebuild')
for _, field in ipairs(redis.call('HKEYS', KEYS[1])) do
  if string.sub(field, 1, 6) == 'aside:' then
    redis.call('HDEL', KEYS[1], field)
  end
end
redis.call('EXPIRE', KEYS[1], ARGV[1] - 60)
return 1
