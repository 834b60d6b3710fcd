"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { FileCheck } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { InPlainText } from "#components/rich-text/in-plain-text.tsx";
import { Written } from "#components/rich-text/written.tsx";
import { Button } from "#components/ui/buttons/button.tsx";
import { Sheet } from "#components/ui/overlays/sheet.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { useLive } from "#lib/client/connection/live-provider.tsx";
import { QueryProvider } from "#lib/client/query-provider.tsx";
import type { SummaryItem } from "#lib/session/players/summary.ts";
import { Solution } from "../kinds/kinds.tsx";
import { Prompt } from "../prompt.tsx";

/** Every question of the game with the player's own answer, the right one, and why. Fetched when somebody looks. */
export function YourAnswers(props: { onClose(): void }) {
  return (
    <QueryProvider>
      <AnswersSheet {...props} />
    </QueryProvider>
  );
}

function AnswersSheet({ onClose }: { onClose(): void }) {
  const t = useTranslations("own.answers");
  const { api, pin } = useLive();
  const { data, isError, refetch } = useQuery({
    queryKey: ["own-answers", pin()],
    networkMode: "always",
    queryFn: async (): Promise<SummaryItem[]> => {
      const reply = await api.ownAnswers(pin() ?? "");
      if (!reply.ok) throw new Error(reply.error.message);
      return reply.value.questions;
    },
  });
  return (
    <Sheet
      open
      onClose={onClose}
      size="md"
      title={t("title")}
      footer={
        <Button size="lg" onClick={onClose} data-autofocus>
          {t("close")}
        </Button>
      }
    >
      {isError ? (
        <div className="grid justify-items-center gap-3 py-6 text-center">
          <p>{t("failed")}</p>
          <Button variant="secondary" onClick={() => void refetch()}>
            {t("again")}
          </Button>
        </div>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the way to scroll it by keyboard
        <ol tabIndex={0} aria-label={t("title")} className="grid gap-8">
          {data ? (
            data.map((item) => <Item key={item.question.index} item={item} />)
          ) : (
            <Skeleton className="h-64 w-full" />
          )}
          {data && <ReceiptItem />}
        </ol>
      )}
    </Sheet>
  );
}

/** The last of the list, where those who look for proof come by. */
function ReceiptItem() {
  const t = useTranslations("own.answers");
  const { api, pin } = useLive();
  const save = useMutation({
    networkMode: "always",
    mutationFn: async () => {
      const reply = await api.receipt(pin() ?? "");
      if (!reply.ok) throw new Error(reply.error.message);
      saveAs(`receipt-${pin()}.json`, JSON.stringify(reply.value, null, 2));
    },
  });
  return (
    <li className="grid gap-2 border-line border-t pt-5">
      <Button variant="secondary" loading={save.isPending} onClick={() => save.mutate()}>
        <FileCheck aria-hidden="true" className="size-5" /> <span>{t("receipt")}</span>
      </Button>
      <p className="text-ink-muted text-sm">{t("receiptUse")}</p>
      <p role="status" className="text-danger-ink text-sm empty:hidden">
        {save.isError && t("receiptFailed")}
      </p>
    </li>
  );
}

function saveAs(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = Object.assign(document.createElement("a"), { href: url, download: name });
  link.click();
  // The browser reads it a moment later.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

function Item({ item: { question, reveal, answer } }: { item: SummaryItem }) {
  const t = useTranslations("own.answers");
  const { number } = useFormatter();
  const verdict = reveal.voided
    ? t("voided")
    : answer === null
      ? t("none")
      : !question.scored
        ? ""
        : answer.correct
          ? t("right")
          : (answer.fraction ?? 0) > 0
            ? t("partly")
            : t("wrong");
  const won = question.scored && !reveal.voided && (answer?.points ?? 0) > 0;
  return (
    <li className="grid gap-3 border-line border-t pt-5 first:border-t-0 first:pt-0">
      <p className="flex flex-wrap items-baseline gap-x-3 font-semibold text-sm">
        <span className="numerals text-ink-muted">{`${number(question.index + 1)}.`}</span>
        <span>{verdict}</span>
        {won && (
          <span className="numerals text-ink-muted">{t("points", { points: answer?.points ?? 0 })}</span>
        )}
      </p>
      <InPlainText question={question}>
        <Prompt text={question.prompt} muted />
        <Solution question={question} reveal={reveal} response={answer?.response ?? null} />
        {reveal.explanation && (
          <Written
            as="p"
            text={reveal.explanation}
            className="whitespace-pre-line break-words border-accent border-s-4 ps-4 text-pretty"
          />
        )}
      </InPlainText>
    </li>
  );
}
