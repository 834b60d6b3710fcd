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
import { call } from "./call.ts";
import { mediaFile } from "./media-file.ts";
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
  const sniffed = sniffMedia(bytes);
  if (!sniffed.ok) return sniffed;
  const { ending, size } = sniffed.value;
  const { type, contentType } = FORMATS[ending];
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
  const id = mediaName(newId(), ending, size);
  await runtime.media.put(account.id, { id, bytes });
  return ok({ id, type, contentType, ...size, url: `/api/v1/media/${id}` });
});

export const getMedia = call(operations.getMedia, async ({ runtime, request, params: { id } }) => {
  const facts = mediaFacts(id);
  const size = facts ? await runtime.media.size(id) : null;
  return facts && size !== null
    ? mediaFile(runtime.media, request, { id, size, facts })
    : refuse("media_not_found");
});
