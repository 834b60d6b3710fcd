import type { WordedOption } from "#components/answers/use-worded-view.ts";
import { useWritten } from "#components/rich-text/quiz-language.ts";
import { Written } from "#components/rich-text/written.tsx";
import { Picture } from "#components/ui/picture.tsx";
import { mediaUrl, type Widths } from "./media-url.ts";

type OptionContentProps = {
  option: WordedOption | undefined;
  widths: Widths;
  /** Of the picture's box. */
  pictureClassName: string;
};

/** An option's picture above its words; with words, the picture is not read out twice. */
export function OptionContent({ option, widths, pictureClassName }: OptionContentProps) {
  const written = useWritten();
  if (option?.ours) return <span>{option.text}</span>;
  if (!option?.image) return <Written text={option?.text} />;
  const { id, alt, width = 4, height = 3 } = option.image;
  return (
    <span
      className={`grid h-full gap-[0.3em] ${option.text ? "grid-rows-[minmax(0,1fr)_auto]" : "grid-rows-1"}`}
    >
      <Picture
        src={mediaUrl(id, widths.option)}
        alt={alt === option.text ? "" : alt}
        lang={written(alt).lang}
        width={width}
        height={height}
        className={`rounded-md bg-background/70 text-[0.72em] ${pictureClassName}`}
      />
      {option.text && <Written text={option.text} className="text-center" />}
    </span>
  );
}
