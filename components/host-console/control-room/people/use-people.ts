"use client";

import { useState } from "react";
import type { Commands } from "../use-commands.ts";

export interface KnownPlayer {
  playerId: string;
  name: string;
}

export interface People {
  removed: readonly KnownPlayer[];
  remove(player: KnownPlayer): Promise<void>;
  restore(player: KnownPlayer): Promise<void>;
}

/** The removed players, so that a slip of the finger can be undone. */
export function usePeople(removedBefore: readonly KnownPlayer[], { send }: Commands): People {
  const [removed, setRemoved] = useState(removedBefore);
  const without = ({ playerId }: KnownPlayer) => removed.filter((each) => each.playerId !== playerId);
  return {
    removed,
    async remove(player) {
      const done = await send({ command: "kick", playerId: player.playerId });
      if (done) setRemoved([player, ...without(player)]);
    },
    async restore(player) {
      const done = await send({ command: "restore", playerId: player.playerId });
      if (done) setRemoved(without(player));
    },
  };
}
