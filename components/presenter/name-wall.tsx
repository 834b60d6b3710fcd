"use client";

import { useState } from "react";
import { Avatar } from "#components/ui/avatar.tsx";
import type { Roster } from "#lib/protocol/server-messages.ts";
import { Fit } from "./fit.tsx";
import { seat } from "./seats.ts";

/** In stage units, by how many are in; `--fit` does the rest. */
function nameSize(names: number): number {
  if (names <= 8) return 3.2;
  if (names <= 24) return 2.5;
  if (names <= 60) return 2;
  return 1.6;
}

/** Everybody who came in. Names pop up and then stay where they are; when the wall is full, the oldest make room. */
export function NameWall({ players }: { players: Roster["players"] }) {
  const [seats, setSeats] = useState<readonly Roster["players"][number][]>([]);
  const next = seat(seats, players);
  if (next !== seats) setSeats(next);

  const letters = next.reduce((sum, { name }) => sum + name.length, 0);
  return (
    <Fit
      content={`${next.length} ${letters}`}
      least={0.3}
      className="mask-b-from-97% flex flex-col overflow-hidden"
      innerClassName="flex-auto shrink-0 grid content-center"
    >
      <ul
        className="flex flex-wrap content-center justify-center gap-[0.45em]"
        style={{ fontSize: `calc(var(--u) * ${nameSize(next.length)} * var(--fit))` }}
      >
        {next.map(({ playerId, name }) => (
          <li
            key={playerId}
            className="flex max-w-full animate-pop items-center gap-[0.5em] rounded-full bg-surface-raised py-[0.22em] pr-[0.85em] pl-[0.25em] font-semibold"
          >
            <Avatar name={name} className="text-[0.68em]" />
            <bdi className="min-w-0 truncate leading-[1.4]">{name}</bdi>
          </li>
        ))}
      </ul>
    </Fit>
  );
}
