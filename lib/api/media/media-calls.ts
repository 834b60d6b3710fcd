import { refuse } from "../../kernel/refusal.ts";
import { ok } from "../../kernel/result.ts";
import { mediaFacts } from "../../quiz/media/media-id.ts";
import { call } from "../call.ts";
import { operations } from "../operations.ts";
import { keepMedia, megabytes } from "./keep-media.ts";
import { mediaFile, narrowFile } from "./media-file.ts";

const LARGEST = operations.storeMedia.bodyMaxBytes;
export const storeMedia = call(operations.storeMedia, async ({ runtime, request, account }) => {
  const bytes = await request.bytes(LARGEST);
  if (bytes === null)
    return refuse("payload_too_large", `No file can be larger than ${megabytes(LARGEST)} MB.`);
  const kept = await keepMedia(runtime, account.workspaceId, bytes);
  return kept.ok ? ok({ ...kept.value, url: `/api/v1/media/${kept.value.id}` }) : kept;
});

export const getMedia = call(operations.getMedia, async ({ runtime, request, params: { id }, query }) => {
  const facts = mediaFacts(id);
  const size = facts ? await runtime.media.size(id) : null;
  if (!facts || size === null) return refuse("media_not_found");
  const { width } = query;
  const narrow =
    width && facts.type === "image" ? await runtime.narrowPictures.of({ id, size }, width) : null;
  if (narrow === null) return mediaFile(runtime.media, request, { id, size, facts });
  if (narrow === "busy") return mediaFile(runtime.media, request, { id, size, facts, passing: true });
  return narrowFile(request, `${id}/${width}`, narrow);
});
