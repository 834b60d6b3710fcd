import type { WordedOption } from "#components/answers/use-worded-view.ts";
import { mediaUrl, ON_STAGE } from "#components/media/media-url.ts";
import { Written } from "#components/rich-text/written.tsx";
import { Picture } from "#components/ui/picture.tsx";

/** An option in one line of a list: its picture, small, before its words. */
export function OptionLabel({ option }: { option: WordedOption }) {
  const { text, image, ours } = option;
  if (ours) return text;
  if (!image) return <Written text={text} />;
  return (
    <span className="flex items-center gap-[0.6em]">
      <Picture
        src={mediaUrl(image.id, ON_STAGE.option)}
        alt=""
        width={image.width ?? 4}
        height={image.height ?? 3}
        className="h-[2.6em] w-[3.9em] shrink-0 rounded-[0.3em]"
      />
      <Written text={text || image.alt} />
    </span>
  );
}
