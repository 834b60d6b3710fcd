"use client";

import { createContext, type FocusEvent, type ReactNode, useContext, useMemo, useState } from "react";
import type { Problem } from "#lib/quiz/problems.ts";

/**
 * Which problems to show, and where. A sentence appears beside a field once the host has left that field, or once the
 * whole question was left or asked about; nobody is told off while still typing. Paths are within one question:
 * "options[1].text".
 */
interface FieldProblems {
  /** The sentence for exactly this path. */
  at(path: string): string | undefined;
}

const FieldProblemsContext = createContext<FieldProblems>({ at: () => undefined });

export function useProblem(path: string): string | undefined {
  return useContext(FieldProblemsContext).at(path);
}

type ProviderProps = {
  problems: readonly Problem[];
  /** Show all, whatever was touched. */
  all: boolean;
  children: ReactNode;
};

/** Fields inside name themselves with `data-path`. Give it a `key` per question. */
export function FieldProblemsProvider({ problems, all, children }: ProviderProps) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const value = useMemo<FieldProblems>(
    () => ({
      at: (path) =>
        all || left.has(path) ? problems.find((problem) => problem.path === path)?.message : undefined,
    }),
    [problems, all, left],
  );

  function onBlur(event: FocusEvent) {
    const paths = pathsAround(event.target as HTMLElement);
    if (paths.some((path) => !left.has(path))) setLeft(new Set([...left, ...paths]));
  }

  return (
    <FieldProblemsContext value={value}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only hears which field was left */}
      <div onBlur={onBlur} className="contents">
        {children}
      </div>
    </FieldProblemsContext>
  );
}

/** A field's own path and those of the lists it is in. */
function pathsAround(target: HTMLElement): string[] {
  const own = target.closest<HTMLElement>("[data-path]");
  if (!own) return [];
  return [own.dataset.path ?? "", ...(own.parentElement ? pathsAround(own.parentElement) : [])];
}

/** Problems or advice by question, with paths inside it. */
export function byQuestion<Said extends Problem>(said: readonly Said[]): ReadonlyMap<number, Said[]> {
  const all = new Map<number, Said[]>();
  for (const each of said) {
    const [prefix, place] = /^questions\[(\d+)\]\.?/.exec(each.path) ?? [];
    if (prefix === undefined) continue;
    const at = Number(place);
    const those = all.get(at) ?? [];
    those.push({ ...each, path: each.path.slice(prefix.length) });
    all.set(at, those);
  }
  return all;
}
