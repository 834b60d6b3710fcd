"use client";

import { Tooltip } from "@base-ui/react/tooltip";
import type { ComponentProps, ReactNode } from "react";
import { IconButton } from "./icon-button.tsx";

/** Around a whole page: once one hint was shown, its neighbors show theirs at once. */
export function HintProvider({ children }: { children: ReactNode }) {
  return <Tooltip.Provider>{children}</Tooltip.Provider>;
}

/** An icon button whose words show on hover and on keyboard focus. */
export function HintButton(props: ComponentProps<typeof IconButton>) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger render={<IconButton {...props} title={undefined} />} />
      <Tooltip.Portal>
        <Tooltip.Positioner sideOffset={6} className="z-50">
          <Tooltip.Popup className="max-w-64 origin-(--transform-origin) rounded-sm bg-ink px-2.5 py-1.5 font-medium text-background text-sm shadow-float transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0 data-instant:duration-0">
            {props["aria-label"]}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
