import { type MediaType, mediaFacts } from "./media-id.ts";

/** A picture, sound or film as screens get it: they load it from `/api/v1/media/{id}`. */
export interface PublicMedia {
  id: string;
  type: MediaType;
  alt: string;
  /** Of pictures, so that their place is kept while they load. */
  width?: number;
  height?: number;
  onPhones?: true;
}

export interface PublicOption {
  text: string;
  image?: PublicMedia;
}

export function publicMedia(media: AuthoredMedia | undefined): PublicMedia | undefined {
  const facts = media && mediaFacts(media.id);
  if (!facts) return undefined;
  const { contentType: _, ...measures } = facts;
  const { id, alt = "", onPhones } = media;
  return { id, alt, ...measures, ...(onPhones ? { onPhones: true as const } : {}) };
}

interface AuthoredMedia {
  id: string;
  alt?: string | undefined;
  onPhones?: boolean | undefined;
}

/** How an option is called where there are only words: by its text, or by what its picture shows. */
export function optionName({ text, image }: { text: string; image?: { alt: string } | undefined }): string {
  return text || image?.alt || "";
}
