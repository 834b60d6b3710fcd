import { useWording } from "../use-wording.ts";
import { LineSolution } from "./line-solution.tsx";
import type { SolutionProps } from "./solution-props.ts";

export function TextSolution({ reveal: { key }, response }: SolutionProps) {
  const { t } = useWording();
  if (!key || !("accepted" in key)) return null;
  const [first = "", ...others] = key.accepted;
  return (
    <LineSolution
      right={first}
      note={others.length > 0 ? t("solution.alsoRight", { answers: others.join(", ") }) : undefined}
      mine={response && "text" in response ? response.text : null}
    />
  );
}
