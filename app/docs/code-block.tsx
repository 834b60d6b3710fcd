/** Code that scrolls by itself rather than widening the page; reachable by keyboard for that. */
export function CodeBlock({ label, children }: { label: string; children: string }) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className="overflow-x-auto rounded-xl bg-surface-sunken p-4 ring-1 ring-line/70"
    >
      <pre className="font-mono text-sm leading-relaxed">
        <code>{children}</code>
      </pre>
    </section>
  );
}
