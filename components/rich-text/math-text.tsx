"use client";

import { texWords } from "#lib/rich-text/tex-words.ts";
import { useLoaded } from "./use-loaded.ts";

const loadMaths = () => import("./maths.ts");

/** A formula; screen readers get it as MathML. Until KaTeX is there, and if it does not come, it stands in words. */
export function MathText({ tex, display }: { tex: string; display: boolean }) {
  const maths = useLoaded(loadMaths);
  if (!maths) return <span dir="ltr">{texWords(tex)}</span>;
  return (
    <span
      dir="ltr"
      className={display ? "block overflow-x-auto overflow-y-hidden py-[0.2em]" : undefined}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: KaTeX escapes what it is given, and trusts no command that could bring in a link or a style
      dangerouslySetInnerHTML={{ __html: maths.mathsHtml(tex, display) }}
    />
  );
}
