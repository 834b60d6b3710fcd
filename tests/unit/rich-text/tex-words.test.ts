import { describe, expect, test } from "vitest";
import { texWords } from "#lib/rich-text/tex-words.ts";

describe("[MK3] a formula in letters and signs", () => {
  test.each([
    ["x^2+y_1", "x² + y₁"],
    ["\\frac{1}{2}", "1/2"],
    ["\\frac{x^2+1}{2a}", "(x² + 1)/(2a)"],
    ["2\\frac13", "2 1/3"],
    ["2\\pi r", "2πr"],
    ["\\sqrt{x+1}", "√(x + 1)"],
    ["\\sqrt[3]{8}", "³√8"],
    ["\\sin x + 2\\sin^2(x)", "sin x + 2 sin²(x)"],
    ["\\lim_{x\\to 0}\\frac{\\sin x}{x}", "lim(x → 0) (sin x)/x"],
    ["\\sum_{i=1}^{n} i", "∑ᵢ₌₁ⁿ i"],
    ["\\int_0^\\infty e^{-x}\\,dx", "∫₀^∞ e⁻ˣ dx"],
    ["a \\times b \\le c", "a × b ≤ c"],
    ["x=-5", "x = −5"],
    ["\\text{if } x > 0", "if x > 0"],
    ["\\vec{v}", "v⃗"],
    ["x \\in \\mathbb{R}", "x ∈ ℝ"],
    ["90^\\circ", "90°"],
    ["\\mathrm{H_2SO_4}", "H₂SO₄"],
    ["\\begin{pmatrix}a & b \\\\ c & d\\end{pmatrix}", "(a b; c d)"],
    ["\\left(\\frac12\\right)^2", "(1/2)²"],
    ["1{,}000 \\ne 1,000", "1,000 ≠ 1,000"],
    ["\\{1, 2\\}", "{1, 2}"],
    ["50\\,\\%", "50 %"],
    ["6.02\\times10^{23}", "6.02 × 10²³"],
    ["a^{b^c}", "a^(bᶜ)"],
    ["\\log_2 8", "log₂ 8"],
    ["\\ce{H2O} \\xrightarrow{\\Delta} \\cancel{x}", "H2O →(Δ) x"],
    ["\\overset{?}{=}", " = (?)".trim()],
    ["\\unknown{x}", "unknown x"],
    ["{{{", "{{{"],
  ])("%s", (tex, words) => expect(texWords(tex)).toBe(words));
});

test("[MK3] braces without end are read in time", () => {
  expect(texWords("{".repeat(20_000)).length).toBeGreaterThan(0);
  expect(texWords("\\frac".repeat(5_000))).not.toContain("\\");
});
