import type { MediaInput } from "#lib/quiz/media/media-fields.ts";
import { MEDIA_MAX_BYTES } from "#lib/quiz/media/media-id.ts";

export type Uploaded = { ok: true; id: MediaInput["id"] } | { ok: false; message: string };

/** Above this, a picture is drawn smaller before it is sent: no phone and no projector shows more. */
const SIDE_MAX = 2_000;
const SMALL_BYTES = 400 * 1024;
const QUALITY = 0.85;

/** Stores a host's file; large pictures are made smaller here, so that phones get them fast. */
export async function uploadMedia(file: File): Promise<Uploaded> {
  try {
    const response = await fetch("/api/v1/media", {
      method: "POST",
      headers: { "content-type": "application/octet-stream" },
      body: await smaller(file),
    });
    const reply = (await response.json()) as { id: string; detail?: string };
    if (response.ok) return { ok: true, id: reply.id };
    return { ok: false, message: reply.detail ?? "The file was not saved." };
  } catch {
    return { ok: false, message: "The file did not arrive. Check the connection and try again." };
  }
}

/**
 * Photos are drawn smaller here; other pictures, which the server reads better than some browsers, only where they would be
 * too large to store. A GIF may move.
 */
async function smaller(file: File): Promise<Blob> {
  const photo = file.type === "image/jpeg" && file.size > SMALL_BYTES;
  const tooLarge = /^image\/(png|webp|avif)$/.test(file.type) && file.size > MEDIA_MAX_BYTES.image;
  if (!photo && !tooLarge) return file;
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, SIDE_MAX / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const drawn = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/webp", QUALITY));
    return drawn && drawn.size < file.size ? drawn : file;
  } catch {
    // The server judges files that this browser cannot read.
    return file;
  }
}

/** The first picture, sound or film among what was dropped or pasted, else the first file: the server says why it cannot be shown. */
export function mediaFile(files: ArrayLike<File> | null | undefined, pattern: RegExp): File | undefined {
  const all = Array.from(files ?? []);
  return all.find((file) => isOf(file, pattern)) ?? all[0];
}

/** Browsers that cannot show HEIC may not know that it is a picture. */
export function isOf({ type, name }: Pick<File, "type" | "name">, pattern: RegExp): boolean {
  return pattern.test(type || (/\.hei[cf]$/i.test(name) ? "image/heic" : ""));
}

export const ANY_MEDIA = /^(image|audio|video)\//;
export const PICTURES = /^image\//;
export const PICTURES_ONLY = { pattern: PICTURES, sentence: "Only a picture can be used here." };
