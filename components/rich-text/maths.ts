import katex from "katex";
import "katex/dist/katex.min.css";

/** HTML for eyes and MathML for ears. What is not TeX is shown as it is, marked as wrong, and never throws. */
export function mathsHtml(tex: string, display: boolean): string {
  return katex.renderToString(tex, {
    displayMode: display,
    output: "htmlAndMathml",
    throwOnError: false,
    trust: false,
    strict: "ignore",
    // In em and steps: a formula must not cover the page or keep it busy.
    maxSize: 10,
    maxExpand: 200,
  });
}
