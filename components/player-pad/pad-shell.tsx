import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";

type PadShellProps = {
  header?: ReactNode;
  footer?: ReactNode;
  /** "fill" pushes what is last in `children` down to the thumb; "center" is for a single message. */
  body?: "fill" | "center";
  /** Narrow reads well; a question with options may use more. The strips are as wide in every phase, so nothing jumps. */
  wide?: boolean;
  children: ReactNode;
};

/** One phone screen: a strip above, a strip below, and the same places for everything in every phase. */
export function PadShell({ header, footer, body = "fill", wide = false, children }: PadShellProps) {
  const column = "safe-x mx-auto w-full max-w-3xl";
  return (
    <div className="grid min-h-[calc(100dvh-var(--ribbon,0px))] grid-cols-[minmax(0,1fr)] grid-rows-[auto_1fr_auto]">
      <header className="sticky top-(--ribbon,0px) z-20 bg-background/92 pt-[env(safe-area-inset-top)] backdrop-blur-sm">
        <div className={`${column} min-h-14`}>{header}</div>
      </header>
      <main
        className={classNames(
          "safe-x mx-auto w-full",
          wide ? "max-w-3xl" : "max-w-xl side:max-w-3xl",
          "flex min-w-0 flex-col py-3",
          body === "center" && "justify-center gap-6 text-center",
        )}
      >
        {children}
      </main>
      <footer className="safe-bottom pt-1">
        {footer && <div className={`${column} min-h-12`}>{footer}</div>}
      </footer>
    </div>
  );
}
