import { ArrowLeft, Download } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { HostHeader } from "#components/host-console/host-header.tsx";
import { PlayerAnswers } from "#components/host-console/results/player-answers.tsx";
import { hasPlaces } from "#components/host-console/results/summary.ts";
import { InLanguage } from "#components/rich-text/in-language.tsx";
import { withoutMarks } from "#components/rich-text/without-marks.ts";
import { buttonStyles } from "#components/ui/buttons/button-styles.ts";
import { Avatar } from "#components/ui/player/avatar.tsx";
import { answerText, keyText } from "#lib/api/sessions/results-tables.ts";
import { ownPlayedSession } from "#lib/api/sessions/session-access.ts";
import { sessionResults } from "#lib/api/sessions/session-results.ts";
import { currentRuntime } from "#lib/runtime/current.ts";
import { requireHost } from "#lib/web/host.ts";
import { signOutAction } from "../../../../../actions.ts";

export const metadata: Metadata = { title: "Results of a player" };

export default async function PlayerPage({ params }: PageProps<"/host/sessions/[id]/results/[playerId]">) {
  const { id, playerId } = await params;
  const account = await requireHost(`/host/sessions/${id}/results/${playerId}`);
  const runtime = currentRuntime();
  const live = await ownPlayedSession(runtime, account, id);
  if (!live.ok) notFound();
  const { results } = await sessionResults(runtime, live.value.session);
  const player = results.players.find((each) => each.playerId === playerId);
  if (!player) notFound();
  const asked = results.questions.filter((question) => question.asked && question.kind !== "slide");
  const facts = [
    ...(hasPlaces(results.players) ? [`Rank ${player.rank} of ${results.players.length}`] : []),
    ...(player.score > 0 ? [`${player.score.toLocaleString("en")} points`] : []),
    `${player.answered} of ${asked.length} questions answered`,
  ];
  return (
    <InLanguage language={live.value.session.quiz.language}>
      <HostHeader account={account} signOut={signOutAction} />
      <main className="safe-x safe-bottom mx-auto grid w-full max-w-4xl gap-6 pt-1">
        <div className="grid min-w-0 gap-1">
          <Link
            href={`/host/sessions/${id}/results`}
            className="inline-flex min-h-11 items-center gap-1.5 justify-self-start rounded-sm font-medium text-ink-muted hover:text-ink"
          >
            <ArrowLeft aria-hidden="true" className="size-4.5" />
            <span>{`Results of ${withoutMarks(results.title)}`}</span>
          </Link>
          <h1 className="display flex items-center gap-3 text-4xl">
            <Avatar name={player.name} className="text-xl" />
            <bdi translate="no" className="min-w-0 break-words">
              {player.name}
            </bdi>
          </h1>
          <p className="numerals text-ink-muted">{facts.join(" · ")}</p>
        </div>
        <a
          href={`/api/v1/sessions/${id}/players/${playerId}/data`}
          download={`${player.name}.json`}
          title="All that is stored about this player, for somebody who asks what you know about them"
          className={`${buttonStyles("secondary", "md")} justify-self-start`}
        >
          <Download aria-hidden="true" className="size-5" />
          What is stored (JSON)
        </a>
        <PlayerAnswers
          rows={asked.map((question) => {
            const answer = player.answers[question.index];
            return {
              index: question.index,
              prompt: withoutMarks(question.prompt, question.plainText),
              answer: answer ? String(answerText(question, answer.response)) : null,
              key: keyText(question),
              correct: question.voided ? null : (answer?.correct ?? null),
              points: question.points > 0 && !question.voided ? (answer?.points ?? 0) : null,
              elapsedMs: answer?.elapsedMs ?? null,
            };
          })}
        />
      </main>
    </InLanguage>
  );
}
