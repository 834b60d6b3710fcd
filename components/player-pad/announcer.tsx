/** Announces a change of phase to screen readers, politely and once. The countdown announces the seconds itself. */
export function Announcer({ text }: { text: string }) {
  return (
    <div role="status" aria-live="polite" className="sr-only">
      {text}
    </div>
  );
}
