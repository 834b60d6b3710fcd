/** A name as large as it fits: one word of 24 wide letters still stays on a 320-pixel screen. */
export function BigName({ name }: { name: string }) {
  const longest = Math.max(...name.split(/\s+/).map((word) => [...word].length));
  const size =
    longest <= 9
      ? "text-[clamp(2.5rem,13vw,4rem)]"
      : longest <= 15
        ? "text-[clamp(1.75rem,9vw,3rem)]"
        : "text-[clamp(1.25rem,6vw,2.25rem)]";
  return (
    <p translate="no" dir="auto" className={`display min-w-0 max-w-full break-words ${size}`}>
      {name}
    </p>
  );
}
