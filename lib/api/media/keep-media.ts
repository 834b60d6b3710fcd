import { newId } from "../../kernel/ids.ts";
import { type Refusal, refuse } from "../../kernel/refusal.ts";
import { ok, type Result } from "../../kernel/result.ts";
import {
  ACCOUNT_MAX_BYTES,
  MEDIA_FORMATS,
  MEDIA_MAX_BYTES,
  type MediaType,
  mediaName,
} from "../../quiz/media/media-id.ts";
import type { StoredPicture } from "../../quiz/media/picture-maker.ts";
import type { Runtime } from "../../runtime/runtime.ts";
import { bareFile } from "../files/bare-file.ts";
import { sniffMedia } from "./sniff-media.ts";

interface KeptMedia extends Partial<StoredPicture["size"]> {
  id: string;
  type: MediaType;
  contentType: string;
}

/** Stores a picture, sound or film for its host, freed of what is neither seen nor heard, or says why it cannot be. */
export async function keepMedia(
  runtime: Pick<Runtime, "media" | "pictures">,
  accountId: string,
  bytes: Uint8Array,
): Promise<Result<KeptMedia, Refusal>> {
  const ending = sniffMedia(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (!ending.ok) return ending;
  const { type } = MEDIA_FORMATS[ending.value];
  if (bytes.byteLength > MEDIA_MAX_BYTES[type])
    return refuse(
      "payload_too_large",
      `This ${WORD[type]} is too large: it can have at most ${inWords(MEDIA_MAX_BYTES[type])}.`,
    );
  if ((await runtime.media.bytesOf(accountId)) + bytes.byteLength > ACCOUNT_MAX_BYTES)
    return refuse(
      "media_full",
      `All your files together can have at most ${megabytes(ACCOUNT_MAX_BYTES)} MB. Files that no quiz or session uses are removed after a week.`,
    );
  const bare = await bareFile(runtime.pictures, bytes, ending.value);
  if (!bare.ok) return bare;
  const id = mediaName(newId(), bare.value.ending, bare.value.size);
  await runtime.media.put(accountId, { id, bytes: bare.value.bytes });
  return ok({ id, type, contentType: MEDIA_FORMATS[bare.value.ending].contentType, ...bare.value.size });
}

const WORD = { image: "picture", audio: "sound", video: "film", captions: "file of captions" } as const;
export const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024);
const inWords = (bytes: number) => (bytes < 1024 * 1024 ? `${bytes / 1024} KB` : `${megabytes(bytes)} MB`);
