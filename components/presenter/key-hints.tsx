import { classNames } from "#components/ui/class-names.ts";
import { Kbd } from "#components/ui/kbd.tsx";

/** The keys most asked for. Gone as soon as nobody touches anything. */
export function KeyHints({ visible }: { visible: boolean }) {
  return (
    <aside
      aria-label="Keys"
      className={classNames(
        "-translate-x-1/2 pointer-events-none absolute bottom-3 left-1/2 z-40 flex items-center gap-2 whitespace-nowrap rounded-full bg-surface-sunken/90 px-4 py-1.5 text-ink-muted text-sm transition-opacity duration-500 pointer-coarse:hidden",
        visible ? "opacity-100" : "opacity-0",
      )}
    >
      <Kbd>F</Kbd> Full screen <Kbd className="ml-3">Q</Kbd> Join code <Kbd className="ml-3">?</Kbd> All keys
    </aside>
  );
}
