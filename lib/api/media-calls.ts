import { newId } from "../kernel/ids.ts";
import { refuse } from "../kernel/refusal.ts";
import { ok } from "../kernel/result.ts";
import {
  ACCOUNT_MAX_BYTES,
  FORMATS,
  MEDIA_MAX_BYTES,
  mediaFacts,
  mediaName,
} from "../quiz/media/media-id.ts";
import { bareFile } from "./bare-file.ts";
import { call } from "./call.ts";
import { mediaFile, narrowFile } from "./media-file.ts";
import { operations } from "./operations.ts";
import { sniffMedia } from "./sniff-media.ts";

const LARGEST = Math.max(...Object.values(MEDIA_MAX_BYTES));
const WORD = { image: "picture", audio: "sound", video: "film", captions: "file of captions" } as const;
const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024);
const inWords = (bytes: number) => (bytes < 1024 * 1024 ? `${bytes / 1024} KB` : `${megabytes(bytes)} MB`);

export const storeMedia = call(operations.storeMedia, async ({ runtime, request, account }) => {
  const bytes = await request.bytes(LARGEST);
  if (bytes === null)
    return refuse("payload_too_large", `No file can be larger than ${megabytes(LARGEST)} MB.`);
  const ending = sniffMedia(bytes);
  if (!ending.ok) return ending;
  const { type } = FORMATS[ending.value];
  if (bytes.byteLength > MEDIA_MAX_BYTES[type])
    return refuse(
      "payload_too_large",
      `This ${WORD[type]} is too large: it can have at most ${inWords(MEDIA_MAX_BYTES[type])}.`,
    );
  if ((await runtime.media.bytesOf(account.id)) + bytes.byteLength > ACCOUNT_MAX_BYTES)
    return refuse(
      "media_full",
      `Your files may have ${megabytes(ACCOUNT_MAX_BYTES)} MB together. Those no quiz and no session uses are removed after a week.`,
    );
  const bare = await bareFile(runtime.pictures, bytes, ending.value);
  if (!bare.ok) return bare;
  const id = mediaName(newId(), bare.value.ending, bare.value.size);
  await runtime.media.put(account.id, { id, bytes: bare.value.bytes });
  const { contentType } = FORMATS[bare.value.ending];
  return ok({ id, type, contentType, ...bare.value.size, url: `/api/v1/media/${id}` });
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
