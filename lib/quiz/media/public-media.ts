import type { PublicMedia } from "../public-shapes.ts";
import { mediaFacts } from "./media-id.ts";

/** A picture, sound or film as screens get it. */
export function publicMedia(media: AuthoredMedia | undefined): PublicMedia | undefined {
  const facts = media && mediaFacts(media.id);
  if (!facts || facts.type === "captions") return undefined;
  const { contentType: _, type, ...measures } = facts;
  const { id, alt = "", onPhones, captions, transcript } = media;
  return {
    id,
    alt,
    type,
    ...measures,
    ...(onPhones ? { onPhones: true as const } : {}),
    ...(captions?.length ? { captions: captions.map(({ id, language }) => ({ id, language })) } : {}),
    ...(transcript ? { transcript } : {}),
  };
}

interface AuthoredMedia {
  id: string;
  alt?: string | undefined;
  onPhones?: boolean | undefined;
  captions?: readonly { id: string; language: string }[] | undefined;
  transcript?: string | undefined;
}

/** How an option is called where there are only words: by its text, or by what its picture shows. */
export function optionName({ text, image }: { text: string; image?: { alt: string } | undefined }): string {
  return text || image?.alt || "";
}
