/**
 * A number in words of a language, `write` its usual form: 12,500. What would be a row of zeros is a power of ten:
 * 6.02 × 10²³.
 */
export function amountIn(value: number, write: (value: number) => string): string {
  const size = Math.abs(value);
  if (size === 0 || (size >= SMALLEST && size < LARGEST)) return write(value);
  const [mantissa, power = ""] = value.toExponential().split("e");
  // Runs from left to right in every language.
  return `\u2066${write(Number(mantissa))} × 10${raised(power)}\u2069`;
}

const SMALLEST = 1e-6;
const LARGEST = 1e15;

function raised(power: string): string {
  return power
    .replace("+", "")
    .replace(/[-\d]/g, (sign) => (sign === "-" ? "⁻" : (RAISED[Number(sign)] ?? "")));
}

const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
