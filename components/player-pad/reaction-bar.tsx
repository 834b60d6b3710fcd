"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useReact } from "#lib/client/connection/use-live-state.ts";
import { REACTIONS } from "#lib/protocol/reactions.ts";
import { buzz } from "./haptics.ts";

const WORDS = ["clap", "party", "laugh", "wow", "love", "fire"] as const;

/** Applause from the seat: it rises on the big screen. What comes too fast is dropped, here and by the server. */
export function ReactionBar() {
  const t = useTranslations("own.reactions");
  const react = useReact();
  const [sent, setSent] = useState({ index: -1, count: 0 });
  return (
    <fieldset aria-label={t("label")} className="m-0 flex min-w-0 justify-center gap-1 border-0 p-0 py-1.5">
      {REACTIONS.map((emoji, index) => (
        <button
          key={emoji}
          type="button"
          aria-label={t(WORDS[index] ?? "clap")}
          onClick={() => {
            buzz("press");
            react(emoji);
            setSent(({ count }) => ({ index, count: count + 1 }));
          }}
          className="grid size-12 min-w-0 place-items-center rounded-full text-2xl transition-transform hover:bg-ink/8 active:scale-85"
        >
          <span
            key={sent.index === index ? sent.count : 0}
            aria-hidden="true"
            className={sent.index === index ? "animate-pop" : undefined}
          >
            {emoji}
          </span>
        </button>
      ))}
    </fieldset>
  );
}
