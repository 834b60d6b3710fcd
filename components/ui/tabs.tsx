"use client";

import { type KeyboardEvent, type ReactNode, useId, useState } from "react";
import { classNames } from "./class-names.ts";

type Tab = { id: string; label: ReactNode; panel: ReactNode };

type TabsProps = { label: string; tabs: readonly Tab[]; initial?: string; className?: string };

/** A few views of one thing, one at a time. Arrows move between the tabs. */
export function Tabs({ label, tabs, initial, className }: TabsProps) {
  const [current, setCurrent] = useState(initial ?? tabs[0]?.id);
  const base = useId();

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const at = tabs.findIndex((tab) => tab.id === current);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
    const next = to === undefined ? undefined : tabs.at(to % tabs.length);
    if (!next) return;
    event.preventDefault();
    setCurrent(next.id);
    document.getElementById(`${base}-tab-${next.id}`)?.focus();
  }

  return (
    <div className={className}>
      <div
        role="tablist"
        aria-label={label}
        onKeyDown={onKeyDown}
        className="flex gap-1 overflow-x-auto border-line border-b"
      >
        {tabs.map((tab) => (
          <button
            key={tab.id}
            id={`${base}-tab-${tab.id}`}
            type="button"
            role="tab"
            aria-selected={tab.id === current}
            aria-controls={`${base}-panel`}
            tabIndex={tab.id === current ? 0 : -1}
            onClick={() => setCurrent(tab.id)}
            className={classNames(
              "-mb-px min-h-11 whitespace-nowrap rounded-t-sm border-b-[3px] px-4 font-semibold transition-colors focus-visible:-outline-offset-3",
              tab.id === current
                ? "border-accent text-ink"
                : "border-transparent text-ink-muted hover:text-ink",
            )}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div id={`${base}-panel`} role="tabpanel" aria-labelledby={`${base}-tab-${current}`} className="pt-5">
        {tabs.find((tab) => tab.id === current)?.panel}
      </div>
    </div>
  );
}
