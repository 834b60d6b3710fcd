import type { ReactNode } from "react";

/**
 * A text that a component is handed, in an element of its own. Translators and other extensions move bare texts about, and
 * beside something that comes and goes that breaks the page (docs/decisions/021).
 */
export function ownText(children: ReactNode): ReactNode {
  return typeof children === "string" || typeof children === "number" ? <span>{children}</span> : children;
}
