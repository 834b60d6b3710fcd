import { useWritten } from "#components/rich-text/quiz-language.ts";
import { useLater } from "#components/ui/later.ts";
import type { Response } from "#lib/quiz/response.ts";
import type { PublicQuestionView, Reveal } from "#lib/session/reports/view.ts";
import { isRare, RARE_SOLUTIONS, type RareKind } from "../rare-kinds.ts";
import { useWording } from "../use-wording.ts";
import { OptionSolution } from "./option-solution.tsx";
import { OrderSolution } from "./order-solution.tsx";

export interface SolutionProps {
  question: PublicQuestionView;
  reveal: Reveal;
  response: Response | null;
}

/** The right answer, always, and the player's own beside it. */
export function Solution(props: SolutionProps) {
  const { t, amount } = useWording();
  const { question, reveal, response } = props;
  const { key } = reveal;
  const { kind } = question;
  const nothingWithoutKey = kind === "match" || kind === "pin";
  if (isRare(kind) && (key || !nothingWithoutKey)) return <RareSolution kind={kind} {...props} />;
  if (question.options.length > 0 && question.kind !== "order") return <OptionSolution {...props} />;
  if (!key) return null;
  if ("order" in key) return <OrderSolution question={question} right={key.order} response={response} />;
  if ("accepted" in key) {
    const others = key.accepted.slice(1);
    return (
      <Lines
        right={key.accepted[0] ?? ""}
        note={others.length > 0 ? t("solution.alsoRight", { answers: others.join(", ") }) : undefined}
        mine={response && "text" in response ? response.text : null}
      />
    );
  }
  if ("number" in key) {
    const unit = question.unit ? ` ${question.unit}` : "";
    return (
      <Lines
        right={`${amount(key.number)}${unit}`}
        note={
          key.closest
            ? t("instruction.closest")
            : key.tolerance > 0
              ? t("solution.tolerance", { tolerance: `${amount(key.tolerance)}${unit}` })
              : undefined
        }
        mine={response && "number" in response ? `${amount(response.number)}${unit}` : null}
      />
    );
  }
  return null;
}

function RareSolution({ kind, ...props }: SolutionProps & { kind: RareKind }) {
  const Rare = useLater(RARE_SOLUTIONS[kind]);
  return Rare && <Rare {...props} />;
}

type LinesProps = { right: string; note: string | undefined; mine: string | null };

function Lines({ right, note, mine }: LinesProps) {
  const { t } = useWording();
  const written = useWritten();
  return (
    <dl className="grid gap-4 rounded-xl bg-surface-raised p-5 ring-1 ring-line ring-inset">
      <div className="grid gap-1">
        <dt className="font-semibold text-ink-muted text-sm">{t("theAnswer")}</dt>
        <dd className="break-words text-2xl leading-tight">
          <bdi {...written(right)} className="display">
            {right}
          </bdi>
        </dd>
        {note && (
          <dd className="break-words text-ink-muted text-sm">
            <bdi>{note}</bdi>
          </dd>
        )}
      </div>
      {mine !== null && (
        <div className="grid gap-1 border-line border-t pt-4">
          <dt className="font-semibold text-ink-muted text-sm">{t("yourAnswer")}</dt>
          <dd className="break-words font-semibold text-lg">
            <bdi>{mine}</bdi>
          </dd>
        </div>
      )}
    </dl>
  );
}
