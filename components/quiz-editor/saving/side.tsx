/** One of two versions of the same thing, a line for each of its parts. */
export function Side({ name, lines }: { name: string; lines: readonly string[] }) {
  return (
    <div className="min-w-0 rounded-md bg-surface-raised px-3.5 py-2.5">
      <p className="font-medium text-ink-muted text-xs">{name}</p>
      {lines.map((line, at) => (
        <p key={at} className="whitespace-pre-wrap break-words">
          {line}
        </p>
      ))}
    </div>
  );
}
