import { RichText } from "#components/rich-text/rich-text.tsx";
import { Picture } from "#components/ui/picture.tsx";
import type { PublicQuestionView } from "#lib/session/view.ts";
import { mediaUrl } from "./media-url.ts";

type OptionContentProps = {
  option: PublicQuestionView["options"][number] | undefined;
  /** Of the picture's box. */
  pictureClassName: string;
};

/** An option's picture above its words; with words, the picture is not read out twice. */
export function OptionContent({ option, pictureClassName }: OptionContentProps) {
  if (!option?.image) return <span dir="auto">{option && <RichText text={option.text} />}</span>;
  const { id, alt, width = 4, height = 3 } = option.image;
  return (
    <span className="grid gap-[0.4em]">
      <Picture
        src={mediaUrl(id)}
        alt={alt === option.text ? "" : alt}
        width={width}
        height={height}
        className={`rounded-md bg-background/70 text-[0.72em] ${pictureClassName}`}
      />
      {option.text && (
        <span dir="auto">
          <RichText text={option.text} />
        </span>
      )}
    </span>
  );
}
