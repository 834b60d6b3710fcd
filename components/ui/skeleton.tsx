import { classNames } from "./class-names.ts";

/** The place where something will be; give it a size. Say "loading" once beside the group, not per bone. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden="true" className={classNames("animate-pulse rounded-md bg-ink/10", className)} />;
}
