"use client";

import { useState } from "react";
import { Avatar } from "#components/ui/avatar.tsx";
import { classNames } from "#components/ui/class-names.ts";
import type { Roster } from "#lib/protocol/server-messages.ts";
import { Fit } from "./fit.tsx";
import { seat } from "./seats.ts";

/** From here on names alone fill the wall: without faces they can be a third larger. */
const DENSE = 150;

/** In stage units, by how many are in; `--fit` does the rest. */
function nameSize(names: number): number {
  if (names <= 8) return 3.2;
  return names <= 24 ? 2.5 : 2;
}

/** Everybody who came in. Names pop up and then stay where they are; when the wall is full, the oldest make room. */
export function NameWall({ players }: { players: Roster["players"] }) {
  const [seats, setSeats] = useState<readonly Roster["players"][number][]>([]);
  const next = seat(seats, players);
  if (next !== seats) setSeats(next);

  const letters = next.reduce((sum, { name }) => sum + name.length, 0);
  const dense = next.length > DENSE;
  return (
    <Fit
      content={`${next.length} ${letters}`}
      least={0.3}
      className="flex flex-col overflow-hidden"
      innerClassName="grid flex-auto shrink-0 content-center"
    >
      {next.length === 0 && <EmptySeats />}
      <ul
        className={classNames(
          "flex flex-wrap content-center justify-center",
          dense ? "gap-[0.35em]" : "gap-[0.45em]",
        )}
        style={{ fontSize: `calc(var(--u) * ${nameSize(next.length)} * var(--fit))` }}
      >
        {next.map(({ playerId, name, avatar }) => (
          <li
            key={playerId}
            className={classNames(
              "flex max-w-full animate-pop items-center gap-[0.5em] rounded-full bg-surface-raised font-semibold leading-[1.4]",
              dense ? "px-[0.6em] py-[0.1em]" : "py-[0.22em] ps-[0.25em] pe-[0.85em]",
            )}
          >
            {!dense && <Avatar name={name} avatar={avatar} className="text-[0.68em]" />}
            <bdi className="min-w-0 truncate">{name}</bdi>
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
