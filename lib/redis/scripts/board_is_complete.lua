-- Says whether one shard was marked complete in this run of this server (see board_mark_complete.lua).
--   KEYS[1] state  hash
-- Returns 1 or 0.
local run_id = string.match(redis.call('INFO', 'server'), 'run_id:(%w+)')
return redis.call('HGET', KEYS[1], 'complete') == run_id and 1 or 0
