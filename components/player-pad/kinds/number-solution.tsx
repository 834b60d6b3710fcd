import { useWording } from "../use-wording.ts";
import { LineSolution } from "./line-solution.tsx";
import type { SolutionProps } from "./solution-props.ts";

export function NumberSolution({ question, reveal: { key }, response }: SolutionProps) {
  const { t, amount } = useWording();
  if (!key || !("number" in key)) return null;
  const withUnit = (value: number) => `${amount(value)}${question.unit ? ` ${question.unit}` : ""}`;
  return (
    <LineSolution
      right={withUnit(key.number)}
      note={
        key.closest
          ? t("instruction.closest")
          : key.tolerance > 0
            ? t("solution.tolerance", { tolerance: withUnit(key.tolerance) })
            : undefined
      }
      mine={response && "number" in response ? withUnit(response.number) : null}
    />
  );
}
