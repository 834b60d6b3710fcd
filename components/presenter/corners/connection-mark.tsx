"use client";

import { CloudOff, RotateCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useAway } from "#lib/client/connection/use-away.ts";
import { useConnection } from "#lib/client/connection/use-live-state.ts";

/** Shorter breaks are nobody's business. */
const SHOWN_AFTER_MS = 2_000;

/** A calm mark in the corner while the connection is away. The stage goes on with what it knows. */
export function ConnectionMark() {
  const t = useTranslations("screen.lost");
  const connection = useTranslations("connection.closed");
  const { state, polling } = useConnection();
  const away = useAway(SHOWN_AFTER_MS);
  const closed = state.name === "closed";
  if (closed && state.reason === "ended") return null;
  if (!closed && (!away || state.name === "idle" || polling === "working")) return null;
  const Icon = closed ? CloudOff : RotateCw;
  return (
    <p
      role="status"
      className="fixed bottom-[calc(var(--u)*0.9)] start-[calc(var(--u)*1)] z-40 flex animate-fade items-center gap-[0.5em] rounded-full bg-surface-sunken/80 px-[0.8em] py-[0.3em] text-[calc(var(--u)*1.2)] text-ink-muted"
    >
      <Icon
        aria-hidden="true"
        className={closed ? "size-[1em]" : "size-[1em] animate-spin [animation-duration:2.4s]"}
      />
      <span>
        {state.name === "closed" ? `${connection(state.reason)} ${t("closed")}` : t("reconnecting")}
      </span>
    </p>
  );
}
