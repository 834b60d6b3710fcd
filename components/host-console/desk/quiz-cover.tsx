import { classNames } from "#components/ui/class-names.ts";
import { OptionShape } from "#components/ui/options/option-mark.tsx";

/** A small poster made from the quiz's id: three shapes in their colors, always the same for one quiz. */
export function QuizCover({ id, className }: { id: string; className?: string }) {
  const seed = [...id].reduce((sum, char) => (Math.imul(sum, 31) + (char.codePointAt(0) ?? 0)) >>> 0, 7);
  const ground = seed % 6;
  const second = (ground + 1 + ((seed >>> 4) % 5)) % 6;
  const third = (second + 1 + ((seed >>> 8) % 4)) % 6;
  return (
    <div
      aria-hidden="true"
      data-option={ground}
      className={classNames("relative overflow-hidden bg-option", className)}
    >
      <span
        data-option={second}
        className="absolute text-[9rem] text-option leading-none"
        style={{
          insetInlineStart: `${(seed >>> 3) % 30}%`,
          top: `${-20 + ((seed >>> 6) % 30)}%`,
          rotate: `${((seed >>> 9) % 40) - 20}deg`,
        }}
      >
        <OptionShape index={second} />
      </span>
      <span
        data-option={third === ground ? (third + 1) % 6 : third}
        className="absolute text-[6rem] text-option leading-none"
        style={{
          insetInlineEnd: `${(seed >>> 11) % 22}%`,
          bottom: `${-30 + ((seed >>> 14) % 40)}%`,
          rotate: `${((seed >>> 17) % 50) - 25}deg`,
        }}
      >
        <OptionShape index={third === ground ? (third + 1) % 6 : third} />
      </span>
    </div>
  );
}
