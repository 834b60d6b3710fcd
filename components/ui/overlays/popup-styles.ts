import { classNames } from "../class-names.ts";

/** Whatever opens beside its button: it grows out of that side, and is never taller than the room it has. */
export const popupStyles =
  "max-h-(--available-height) origin-(--transform-origin) overflow-y-auto overscroll-contain rounded-lg bg-surface-raised p-1.5 text-ink shadow-float outline-none ring-1 ring-line " +
  "transition-[opacity,scale] duration-150 ease-out data-ending-style:scale-95 data-starting-style:scale-95 data-ending-style:opacity-0 data-starting-style:opacity-0";

/** One line of a menu or a list. The line under the pointer and the one the arrows reached look alike. */
export function itemStyles(className?: string): string {
  return classNames(
    "flex min-h-10 cursor-default select-none items-center gap-3 rounded-sm px-3 py-1.5 font-medium outline-none data-disabled:opacity-45 data-highlighted:bg-ink/9 forced-colors:data-highlighted:outline-2 [&_svg]:size-4.5 [&_svg]:shrink-0",
    className,
  );
}
