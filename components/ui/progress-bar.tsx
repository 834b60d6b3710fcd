import { classNames } from "./class-names.ts";

type ProgressBarProps = {
  /** The label: "Question 3 of 10", "Uploading". */
  label: string;
  value: number;
  max?: number;
  tone?: "primary" | "accent" | "success";
  className?: string;
};

const tones = { primary: "bg-primary", accent: "bg-accent", success: "bg-success" };

export function ProgressBar({ label, value, max = 100, tone = "primary", className }: ProgressBarProps) {
  const fraction = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuenow={value}
      aria-valuemin={0}
      aria-valuemax={max}
      className={classNames("h-2 overflow-hidden rounded-full bg-ink/12", className)}
    >
      <div
        className={classNames(
          "h-full origin-left rounded-full rtl:origin-right transition-transform duration-500 ease-out",
          tones[tone],
        )}
        style={{ transform: `scaleX(${fraction})` }}
      />
    </div>
  );
}
