import { PinDisplay } from "#components/ui/pin-display.tsx";
import type { JoinAddress } from "./join-address.ts";
import { JoinCode } from "./join-code.tsx";

/** The code as large as the stage allows, over whatever is on. */
export function CodeVeil({ pin, address }: { pin: string; address: JoinAddress }) {
  return (
    <div
      role="dialog"
      aria-label="How to join"
      className="absolute inset-0 z-30 grid animate-fade place-content-center justify-items-center gap-[calc(var(--u)*2)] bg-background p-[calc(var(--u)*3)]"
    >
      <JoinCode url={address.url} className="size-[calc(var(--u)*36)] rounded-[calc(var(--u)*1.4)]" />
      <p className="display flex flex-wrap items-baseline justify-center gap-x-[1em] text-[calc(var(--u)*3.2)]">
        {address.host}
        <PinDisplay pin={pin} className="text-[1.5em] text-accent-ink" />
      </p>
    </div>
  );
}
