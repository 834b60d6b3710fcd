import { classNames } from "./class-names.ts";

type AvatarProps = {
  /** Names the colour and the face: one name, one face, on every screen. */
  name: string;
  look?: "face" | "initial";
  /** Any text size sets it: the avatar is 2.25 em. */
  className?: string;
};

const EYES = [
  "M9 13v1.600M19 13v1.6",
  "M7.6 14.200q1.6-2.4 3.2 0M17.2 14.200q1.6-2.4 3.2 0",
  "M9 13.800v.01M19 13.800v.01",
  "M7.7 13.800h2.800M19 13v1.6",
];
const MOUTHS = [
  "M9.5 18.4q4.5 4.8 9 0",
  "M11 18.2h6q-.4 4-3 4t-3-4z",
  "M10.6 19q3.2 2.6 6.8-.6",
  "M13.2 19.4a.8 1 0 1 0 1.6 0a.8 1 0 1 0-1.6 0",
  "M10 18.6q2 2.6 4 .4q2 2.2 4-.4",
];

/** A small face from the audience, drawn from the name. Decorative: write the name beside it. */
export function Avatar({ name, look = "face", className }: AvatarProps) {
  const seed = hash(name);
  const tilt = ((seed >>> 9) % 25) - 12;
  return (
    <span
      aria-hidden="true"
      data-option={seed % 6}
      className={classNames(
        "display inline-grid size-[2.25em] shrink-0 place-items-center overflow-hidden rounded-full bg-option text-on-option",
        className,
      )}
    >
      {look === "initial" ? (
        <span className="leading-none">{[...name.trim()][0]?.toUpperCase() ?? "?"}</span>
      ) : (
        <svg
          aria-hidden="true"
          viewBox="0 0 28 28"
          className="size-full"
          fill="none"
          stroke="currentColor"
          strokeLinecap="round"
          strokeLinejoin="round"
        >
          <g
            transform={`rotate(${tilt} 14 14) translate(${((seed >>> 5) % 5) - 2} ${((seed >>> 7) % 3) - 1.5})`}
          >
            <path d={EYES[(seed >>> 14) % EYES.length]} strokeWidth="2.6" />
            <path d={MOUTHS[(seed >>> 18) % MOUTHS.length]} strokeWidth="2.2" fill="none" />
          </g>
        </svg>
      )}
    </span>
  );
}

/** FNV-1a with a final mix, so that "Ann" and "Anna" do not look like twins. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (const char of text.trim().toLowerCase()) h = Math.imul(h ^ (char.codePointAt(0) ?? 0), 0x01000193);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  return (h ^ (h >>> 13)) >>> 0;
}
