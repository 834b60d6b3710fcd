"use client";

import { useState } from "react";
import { Avatar } from "#components/ui/player/avatar.tsx";
import type { Roster } from "#lib/protocol/server-messages.ts";
import { Fit } from "../stage/fit.tsx";
import { seat } from "./seats.ts";

/** More names than this cannot be read from the back row: the newest are shown, each in the place of an old one. */
const READABLE = 80;

/** In stage units, by how many are in; `--fit` does the rest. */
function nameSize(names: number): number {
  if (names <= 8) return 3.2;
  return names <= 24 ? 2.5 : 2;
}

/** Everybody who came in. Names pop up and then stay where they are; when the wall is full, the oldest make room. */
export function NameWall({ players }: { players: Roster["players"] }) {
  const [seats, setSeats] = useState<readonly Roster["players"][number][]>([]);
  const next = seat(seats, players.slice(0, READABLE));
  if (next !== seats) setSeats(next);

  const letters = next.reduce((sum, { name }) => sum + name.length, 0);
  return (
    <Fit
      content={`${next.length} ${letters}`}
      least={0.3}
      className="flex flex-col overflow-hidden"
      innerClassName="grid flex-auto shrink-0 content-center"
    >
      {next.length === 0 && <EmptySeats />}
      <ul
        className="flex flex-wrap content-center justify-center gap-[0.45em]"
        style={{ fontSize: `calc(var(--u) * ${nameSize(next.length)} * var(--fit))` }}
      >
        {next.map(({ playerId, name, avatar }) => (
          <li
            key={playerId}
            className="flex max-w-full animate-arrive items-center gap-[0.5em] rounded-full bg-surface-raised pe-[0.9em] font-semibold leading-[1.4]"
          >
            <Avatar name={name} avatar={avatar} className="text-[0.84em]" />
            <bdi translate="no" className="min-w-0 truncate">
              {name}
            </bdi>
          </li>
        ))}
      </ul>
    </Fit>
  );
}

const WIDTHS = [11, 8, 13, 9, 10];

/** Places that wait for names, so that an empty room looks inviting. */
function EmptySeats() {
  return (
    <div aria-hidden="true" className="flex flex-wrap justify-center gap-[calc(var(--u)*1.4)]">
      {WIDTHS.map((width, place) => (
        <span
          key={width}
          className="h-[calc(var(--u)*5)] animate-bob rounded-full border-2 border-line-strong/50 border-dashed"
          style={{ width: `calc(var(--u) * ${width})`, animationDelay: `${place * -0.6}s` }}
        />
      ))}
    </div>
  );
}
