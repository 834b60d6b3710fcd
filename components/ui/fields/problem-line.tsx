import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { ownText } from "#components/ui/page/own-text.tsx";

/** The problem of the field above; nothing if it has none. */
export function ProblemLine({ children }: { children: ReactNode }) {
  if (!children) return null;
  return (
    <p className="flex items-start gap-1.5 font-medium text-danger-ink text-sm">
      <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      {ownText(children)}
    </p>
  );
}
