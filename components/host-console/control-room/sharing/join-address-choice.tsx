"use client";

import { Select } from "#components/ui/fields/select.tsx";
import { isLoopback } from "#lib/client/address/join-address.ts";
import type { ControlRoomProps } from "../control-room-props.ts";
import type { Commands } from "../use-commands.ts";

type JoinAddressChoiceProps = {
  /** The origin that screens show now. */
  shown: string;
  candidates: ControlRoomProps["joinCandidates"];
  send: Commands["send"];
};

/**
 * Where phones join; a choice where there are several ways. The address of this very page is one of them, since it
 * proves to work for this device at least: a tunnel, or a name that the server does not know as its own.
 */
export function JoinAddressChoice({ shown, candidates, send }: JoinAddressChoiceProps) {
  const here = isLoopback(location.hostname) ? [] : [{ origin: location.origin, on: "this page" }];
  const choices = [...candidates, ...here, { origin: shown, on: null }]
    .filter(({ origin }, i, all) => all.findIndex((each) => each.origin === origin) === i)
    .map(({ origin, on }) => ({
      value: origin,
      label: `${origin.replace(/^https?:\/\//, "")}${on ? ` (${on})` : ""}`,
    }));
  const address = shown.replace(/^https?:\/\//, "");
  if (choices.length < 2) return <span className="break-all font-semibold text-ink">{address}</span>;
  return (
    <Select
      label="Where phones join"
      hideLabel
      choices={choices}
      value={shown}
      onChange={(origin) => void send({ command: "joinAt", origin })}
      className="w-auto min-w-0 max-w-full"
    />
  );
}
