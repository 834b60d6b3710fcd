import { mediaFile } from "#lib/api/media-file.ts";
import { operations } from "#lib/api/operations.ts";
import { route } from "#lib/api/route.ts";
import { refuse } from "#lib/kernel/refusal.ts";
import { mediaFacts } from "#lib/quiz/media/media-id.ts";

export const GET = route(operations.getMedia, async ({ runtime, request, params: { id } }) => {
  const facts = mediaFacts(id);
  const size = facts ? await runtime.media.size(id) : null;
  return facts && size !== null
    ? mediaFile(runtime.media, request, { id, size, facts })
    : refuse("media_not_found");
});
