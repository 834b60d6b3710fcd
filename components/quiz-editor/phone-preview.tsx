import { GripVertical } from "lucide-react";
import type { ReactNode } from "react";
import { mediaUrl } from "#components/media/media-url.ts";
import { Written } from "#components/rich-text/written.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { OptionTile } from "#components/ui/option-tile.tsx";
import { Picture } from "#components/ui/picture.tsx";
import type { MediaInput } from "#lib/quiz/media/media-fields.ts";
import { mediaFacts } from "#lib/quiz/media/media-id.ts";
import { optionName } from "#lib/quiz/media/public-media.ts";
import type { QuestionDraft } from "#lib/quiz/quiz-draft.ts";

/** The question as a player's phone shows it while it is open. Nothing here can be pressed. */
export function PhonePreview({
  question,
  place,
  total,
}: {
  question: QuestionDraft;
  place: number;
  total: number;
}) {
  return (
    <figure className="grid justify-items-center gap-3">
      <figcaption className="justify-self-start font-semibold text-sm">On the phone</figcaption>
      <div
        inert
        className="flex min-h-72 w-full max-w-72 flex-col gap-3 overflow-hidden rounded-[1.75rem] border-[5px] border-ink/85 bg-background p-3.5 pb-4"
      >
        <div className="flex items-center justify-between text-xs">
          <span className="numerals font-semibold text-ink-muted">{`${place + 1} of ${total}`}</span>
          {question.points === 2 && <Badge tone="accent">Double points</Badge>}
        </div>
        <div className="h-1.5 shrink-0 overflow-hidden rounded-full bg-ink/12">
          <div className="h-full w-3/4 rounded-full bg-accent" />
        </div>
        <p className="display line-clamp-6 break-words text-[1.0625rem]">
          {question.prompt.trim() ? (
            <Written text={question.prompt} />
          ) : (
            <span className="text-ink-muted">Your question</span>
          )}
        </p>
        {question.media && <PreviewMedia media={question.media} />}
        <div className="grid gap-1.5">{answerPart(question)}</div>
      </div>
    </figure>
  );
}

function answerPart(question: QuestionDraft): ReactNode {
  switch (question.kind) {
    case "single":
    case "multiple":
    case "poll":
      return <Tiles texts={shownOptions(question.options.map(optionName))} />;
    case "truefalse":
      return <Tiles texts={["True", "False"]} />;
    case "text":
      return <Blank>Your answer</Blank>;
    case "number":
      return <Blank>{question.unit ? `A number, in ${question.unit}` : "A number"}</Blank>;
    case "slider":
      return <SliderBlank {...question} />;
    case "match":
      return question.pairs.map(({ item, group }, place) => (
        <div
          key={place}
          className="grid min-h-9 grid-cols-2 items-center gap-2 rounded-md bg-surface-raised px-2 text-sm ring-1 ring-line"
        >
          <Written text={item || "…"} className="truncate font-semibold" />
          <Written text={group || "…"} className="truncate rounded-sm bg-accent-soft px-2 py-0.5" />
        </div>
      ));
    case "pin":
      return question.media ? null : <Blank>Tap the picture</Blank>;
    case "wordcloud":
      return Array.from({ length: question.maxEntries }, (_, place) => (
        <Blank key={place}>{place === 0 ? "A word or two" : "One more, if you like"}</Blank>
      ));
    case "slide":
      return (
        question.text && (
          <Written as="p" text={question.text} className="line-clamp-[10] whitespace-pre-line text-sm" />
        )
      );
    case "rating":
      return <RatingBlank scale={question.scale} />;
    case "order":
      return shownOptions(question.items).map((item, place) => (
        <div
          key={place}
          className="flex min-h-9 items-center gap-1 rounded-md bg-surface-raised px-2 ring-1 ring-line"
        >
          <GripVertical aria-hidden="true" className="size-4 shrink-0 text-ink-muted" />
          <Written text={item} className="truncate font-semibold text-sm" />
        </div>
      ));
    default:
      return question satisfies never;
  }
}

function PreviewMedia({ media }: { media: MediaInput }) {
  const facts = mediaFacts(media.id);
  if (facts?.type !== "image")
    return (
      <Blank>
        {media.onPhones
          ? facts?.type === "audio"
            ? "▶ The sound"
            : "▶ The film"
          : facts?.type === "audio"
            ? "Listen to the big screen"
            : "Watch the big screen"}
      </Blank>
    );
  return (
    <Picture
      src={mediaUrl(media.id)}
      alt={media.alt ?? ""}
      width={facts.width ?? 4}
      height={facts.height ?? 3}
      className="max-h-36 w-auto justify-self-center self-center rounded-lg text-xs"
    />
  );
}

function Tiles({ texts }: { texts: readonly string[] }) {
  return texts.map((text, place) => (
    <OptionTile key={place} index={place} className="!min-h-11 !rounded-lg !px-3 !py-1.5 !text-sm !gap-2.5">
      <Written text={text} className="line-clamp-2" />
    </OptionTile>
  ));
}

function SliderBlank({ min, max, unit }: { min?: number; max?: number; unit?: string | undefined }) {
  return (
    <div className="grid gap-2 pt-6">
      <div className="relative h-2.5 rounded-full bg-ink/12">
        <span className="-translate-1/2 absolute top-1/2 left-1/2 size-7 rounded-full bg-primary" />
      </div>
      <p className="numerals flex justify-between gap-3 font-semibold text-ink-muted text-sm">
        <span>{min ?? "…"}</span>
        <span>{`${max ?? "…"}${unit ? ` ${unit}` : ""}`}</span>
      </p>
    </div>
  );
}

function RatingBlank({ scale }: { scale: number | "nps" }) {
  const first = scale === "nps" ? 0 : 1;
  const values = Array.from({ length: (scale === "nps" ? 10 : scale) + 1 - first }, (_, i) => i + first);
  return (
    <div
      className={values.length <= 5 ? "grid auto-cols-fr grid-flow-col gap-1.5" : "grid grid-cols-6 gap-1.5"}
    >
      {values.map((value) => (
        <span
          key={value}
          className="display numerals grid min-h-9 place-items-center rounded-md bg-surface-raised text-sm ring-1 ring-line-strong ring-inset"
        >
          {value}
        </span>
      ))}
    </div>
  );
}

function Blank({ children }: { children: ReactNode }) {
  return (
    <div className="rounded-md border-[1.5px] border-line-strong bg-surface-raised px-3 py-2.5 text-ink-muted text-sm">
      {children}
    </div>
  );
}

/** What is empty and may be left out is not shown. */
function shownOptions(texts: readonly string[]): string[] {
  const filled = texts.filter((text) => text.trim() !== "");
  return filled.length >= 2 ? filled : texts.slice(0, Math.max(2, filled.length)).map((text) => text || "…");
}
