import type { Refusal } from "../../kernel/refusal.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { bareMp4 } from "../../quiz/media/bare/mp4.ts";
import { type ImageEnding, MEDIA_FORMATS, type MediaEnding } from "../../quiz/media/media-id.ts";
import type { PictureMaker, StoredPicture } from "../../quiz/media/picture-maker.ts";

type BareFile = { ending: MediaEnding; bytes: Uint8Array; size?: StoredPicture["size"] };

/** An uploaded file as it is stored: without the place where it was made, and whatever else is neither seen nor heard. */
export async function bareFile(
  pictures: Pick<PictureMaker, "stored">,
  bytes: Uint8Array,
  ending: MediaEnding,
): Promise<Result<BareFile, Refusal>> {
  if (isImage(ending)) return pictures.stored(bytes, ending);
  return ok({ ending, bytes: ending === "mp4" || ending === "m4a" ? bareMp4(bytes) : bytes });
}

function isImage(ending: MediaEnding): ending is ImageEnding {
  return MEDIA_FORMATS[ending].type === "image";
}
