import { Avatar } from "#components/ui/avatar.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import type { You } from "#lib/protocol/shapes.ts";
import { count, figure, ordinal } from "./wording.ts";

type EndedScreenProps = { title: string | null; you: You | null; rank: number | null; players: number };

/** It is over; what was reached, and what to do next. */
export function EndedScreen({ title, you, rank, players }: EndedScreenProps) {
  return (
    <>
      <div className="flex flex-1 flex-col items-center justify-center gap-5 py-6 text-center">
        {you && <Avatar name={you.name} avatar={you.avatar} className="text-[2.5rem]" />}
        <div className="grid gap-2">
          <h1 className="display text-4xl">{you ? "Thanks for playing" : "This quiz has ended"}</h1>
          {title && (
            <p dir="auto" className="break-words text-ink-muted text-lg">
              {title}
            </p>
          )}
        </div>
        {you && (
          <p className="text-lg">
            <bdi className="font-semibold">{you.name}</bdi>
            {rank !== null && `, ${ordinal(rank)} of ${figure(players)}`}, with{" "}
            <strong className="numerals font-semibold">{count(you.score, "point")}</strong>
          </p>
        )}
      </div>
      <div className="grid gap-3">
        <ButtonLink href="/join" size="lg" prefetch={false}>
          Join another quiz
        </ButtonLink>
        <ButtonLink href="/" size="lg" variant="secondary" prefetch={false}>
          Host your own
        </ButtonLink>
      </div>
    </>
  );
}
