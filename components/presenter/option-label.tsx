import { mediaUrl } from "#components/media/media-url.ts";
import { RichText } from "#components/rich-text/rich-text.tsx";
import { Picture } from "#components/ui/picture.tsx";
import type { PublicQuestionView } from "#lib/session/view.ts";

/** An option in one line of a list: its picture, small, before its words. */
export function OptionLabel({ option }: { option: PublicQuestionView["options"][number] }) {
  const { text, image } = option;
  if (!image) return <RichText text={text} />;
  return (
    <span className="flex items-center gap-[0.6em]">
      <Picture
        src={mediaUrl(image.id)}
        alt=""
        width={image.width ?? 4}
        height={image.height ?? 3}
        className="h-[2.6em] w-[3.9em] shrink-0 rounded-[0.3em]"
      />
      {text || image.alt}
    </span>
  );
}
