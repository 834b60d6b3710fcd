import type { LucideIcon } from "lucide-react";
import { DoorOpen, LifeBuoy, RotateCcw, ThumbsUp } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { withoutMarks } from "#components/rich-text/without-marks.ts";
import type { PlayerResult, QuestionResults, Results } from "#lib/session/reports/results.ts";
import { counted } from "../phase-words.ts";
import { glanceOf } from "./glance.ts";
import { percent, rightShare } from "./summary.ts";

const SHOWN = 4;

/** What went well, what to go over, who needs help, who left: read in ten seconds. */
export function AtAGlance({ results }: { results: Results }) {
  const { wentWell, goOver, needHelp, left } = glanceOf(results);
  const player = ({ playerId, name }: PlayerResult) => (
    <Link
      href={`/host/sessions/${results.sessionId}/results/${playerId}`}
      className="underline decoration-line underline-offset-4 hover:decoration-ink"
    >
      <bdi translate="no">{name}</bdi>
    </Link>
  );
  return (
    <section aria-labelledby="glance" className="grid gap-4">
      <h2 id="glance" className="display text-2xl">
        At a glance
      </h2>
      <div className="grid gap-3 sm:grid-cols-2 sm:gap-4 xl:grid-cols-4">
        <Group icon={ThumbsUp} title="Went well" none="No question stands out." all={wentWell}>
          {(question) => <Question {...{ question }} />}
        </Group>
        <Group icon={RotateCcw} title="Go over again" none="Nothing needs going over." all={goOver}>
          {(question) => <Question {...{ question }} />}
        </Group>
        <Group icon={LifeBuoy} title="May need help" none="Nobody stands out." all={needHelp}>
          {player}
        </Group>
        <Group icon={DoorOpen} title="Left before the end" none="Everybody stayed." all={left}>
          {player}
        </Group>
      </div>
    </section>
  );
}

function Question({ question }: { question: QuestionResults }) {
  const { index, prompt, plainText } = question;
  return (
    <a
      href={`#question-${index + 1}`}
      className="flex gap-2 underline decoration-line underline-offset-4 hover:decoration-ink"
    >
      <span className="line-clamp-2 min-w-0 flex-1 break-words">
        {`${index + 1}. ${withoutMarks(prompt, plainText)}`}
      </span>
      <span className="numerals text-ink-muted">{percent(rightShare(question) ?? 0)}</span>
    </a>
  );
}

type GroupProps<T> = {
  icon: LucideIcon;
  title: string;
  none: string;
  all: readonly T[];
  children: (item: T) => ReactNode;
};

function Group<T extends { index: number } | { playerId: string }>(props: GroupProps<T>) {
  const { icon: Icon, title, none, all, children } = props;
  const more = all.length - SHOWN;
  return (
    <div className="grid content-start gap-2.5 rounded-xl bg-surface-raised p-4 shadow-card ring-1 ring-line/70 sm:p-5">
      <h3 className="flex items-center gap-2 font-semibold">
        <Icon aria-hidden="true" className="size-5 shrink-0 text-accent-ink" />
        <span>{title}</span>
      </h3>
      {all.length === 0 ? (
        <p className="text-ink-muted">{none}</p>
      ) : (
        <ul className="grid gap-1.5">
          {all.slice(0, SHOWN).map((item) => (
            <li key={"index" in item ? item.index : item.playerId}>{children(item)}</li>
          ))}
          {more > 0 && <li className="text-ink-muted">{`and ${counted(more, "other")}`}</li>}
        </ul>
      )}
    </div>
  );
}
