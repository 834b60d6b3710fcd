-- Says whether one shard was marked complete in this run of this server (see board_mark_complete.lua), and of which epoch.
--   KEYS[1] state  hash
-- Returns the epoch, which must be that of all other shards; nil if not complete.
local run_id = string.match(redis.call('INFO', 'server'), 'run_id:(%w+)')
local complete, homes, ranges = unpack(redis.call('HMGET', KEYS[1], 'complete', 'homes', 'ranges'))
if complete ~= run_id or homes ~= ranges then
  return false
end
return homes or ''
