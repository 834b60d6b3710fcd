import type { PictureWidth } from "#lib/quiz/media/picture-maker.ts";

/** Where screens load a stored file from; a still picture no wider than they show it. */
export function mediaUrl(id: string, width?: PictureWidth): string {
  const url = `/api/v1/media/${encodeURIComponent(id)}`;
  return width ? `${url}?width=${width}` : url;
}

/** How wide each screen loads pictures: sharp where it shows them, and no more. */
export const ON_PHONES = { question: 960, option: 480 } as const satisfies Widths;
export const ON_STAGE = { question: 1920, option: 960 } as const satisfies Widths;

export interface Widths {
  question: PictureWidth;
  option: PictureWidth;
}
