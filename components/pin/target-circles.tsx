import { placedAt } from "./pin-picture.tsx";

type Target = { x: number; y: number; radius: number };

/** Where pins were right. A light and a dark line, so that the circle shows on every picture. */
export function TargetCircles({ targets }: { targets: readonly Target[] }) {
  return targets.map((target, index) => (
    <span
      key={index}
      aria-hidden="true"
      className="pointer-events-none absolute aspect-square -translate-1/2 animate-pop rounded-full border-3 border-success bg-success/25 outline-2 outline-white"
      style={{ ...placedAt(target), width: `${target.radius * 200}%` }}
    />
  ));
}
