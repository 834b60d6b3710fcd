import { PartyPopper } from "lucide-react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

export function EndedPanel({ sessionId }: { sessionId: string }) {
  return (
    <EmptyState
      icon={<PartyPopper />}
      title="That was it."
      className="rounded-2xl border bg-surface-raised"
      action={
        <span className="flex flex-wrap justify-center gap-3">
          <ButtonLink href="/host" variant="secondary">
            Your quizzes
          </ButtonLink>
          <ButtonLink href={`/host/sessions/${sessionId}/results`}>See the results</ButtonLink>
        </span>
      }
    >
      The quiz has ended. Everybody’s answers are stored with the results.
    </EmptyState>
  );
}
