import { classNames } from "../class-names.ts";
import { EYES, HEADS, lookOf, MOUTHS } from "./avatar-parts.ts";

type AvatarProps = {
  /** Decides color and face of a player who chose none: one name, one face, on every screen. */
  name: string;
  /** As the player chose it: shape, color, eyes, mouth, a digit each. */
  avatar?: string | null | undefined;
  look?: "face" | "initial";
  /** Any text size sets it: the avatar is 2.25 em. */
  className?: string;
};

/** A small face from the audience. Decorative: write the name beside it. */
export function Avatar({ name, avatar, look = "face", className }: AvatarProps) {
  const { head, color, eyes, mouth, tilt, dx, dy } = lookOf(name, avatar);
  return (
    <span
      aria-hidden="true"
      data-option={color}
      className={classNames(
        "display inline-grid size-[2.25em] shrink-0 place-items-center rounded-full",
        look === "initial" ? "bg-option text-on-option" : "text-on-option",
        className,
      )}
    >
      {look === "initial" ? (
        <span className="leading-none">{[...name.trim()][0]?.toUpperCase() ?? "?"}</span>
      ) : (
        <svg aria-hidden="true" viewBox="0.5 0.5 23 23" className="size-full">
          <path d={HEADS[head]?.path} fill="var(--option)" />
          <g
            transform={HEADS[head]?.face}
            fill="none"
            stroke="currentColor"
            strokeLinecap="round"
            strokeLinejoin="round"
          >
            <g transform={`rotate(${tilt} 14 14) translate(${dx} ${dy})`}>
              <path d={EYES[eyes]} strokeWidth="2.6" />
              <path d={MOUTHS[mouth]} strokeWidth="2.2" />
            </g>
          </g>
        </svg>
      )}
    </span>
  );
}
