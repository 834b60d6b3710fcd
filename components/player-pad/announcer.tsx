/** What a screen reader is told, politely and once, when the phase changes. Seconds are told by the countdown itself. */
export function Announcer({ text }: { text: string }) {
  return (
    <div role="status" aria-live="polite" className="sr-only">
      {text}
    </div>
  );
}
