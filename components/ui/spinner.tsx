import { useTranslations } from "next-intl";
import { classNames } from "./class-names.ts";

/** Takes the size and colour of the text around it. */
export function Spinner({ label, className }: { label?: string; className?: string }) {
  const t = useTranslations("ui");
  return (
    <span role="status" className={classNames("inline-flex", className)}>
      <svg
        viewBox="0 0 24 24"
        aria-hidden="true"
        data-essential-motion
        className="size-[1.25em] animate-spin"
      >
        <circle
          cx="12"
          cy="12"
          r="9"
          fill="none"
          stroke="currentColor"
          strokeOpacity="0.22"
          strokeWidth="3.2"
        />
        <path
          d="M12 3a9 9 0 0 1 9 9"
          fill="none"
          stroke="currentColor"
          strokeWidth="3.2"
          strokeLinecap="round"
        />
      </svg>
      <span className="sr-only">{label ?? t("loading")}</span>
    </span>
  );
}
