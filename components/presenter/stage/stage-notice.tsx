import type { ReactNode } from "react";
import { Mark } from "#components/ui/page/logo.tsx";

/** Words on an empty stage, when there is nothing to show. */
export function StageNotice({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <main className="grid h-full animate-fade reads:min-h-dvh place-content-center justify-items-center gap-[calc(var(--u)*1.6)] p-[calc(var(--u)*4)] text-center">
      <Mark className="size-[calc(var(--u)*7)]" />
      <h1 className="display text-[calc(var(--u)*4.2)]">{title}</h1>
      {children && (
        <p className="max-w-[38em] text-balance text-[calc(var(--u)*2)] text-ink-muted leading-snug">
          {children}
        </p>
      )}
    </main>
  );
}
