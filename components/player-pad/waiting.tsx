import { Mark } from "#components/ui/page/logo.tsx";

/** The moment before anything is known. */
export function Waiting({ words }: { words: string }) {
  return (
    <div className="grid min-h-40 place-content-center justify-items-center gap-4 text-center">
      <Mark className="size-14 animate-pulse" />
      <p className="text-ink-muted">{words}</p>
    </div>
  );
}
