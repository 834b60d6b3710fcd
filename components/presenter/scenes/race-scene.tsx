"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useEffect, useMemo, useRef } from "react";
import { saveRace } from "#components/race/export-race.ts";
import { fetchRace } from "#components/race/fetch-race.ts";
import { comebackOf, raceAt } from "#components/race/race-at.ts";
import { racePlayer } from "#components/race/race-player.ts";
import { RACE_STYLE } from "#components/race/race-style.ts";
import type { RaceWords } from "#components/race/race-words.ts";
import { withoutMarks } from "#components/rich-text/without-marks.ts";
import { Written } from "#components/rich-text/written.tsx";
import { Kbd } from "#components/ui/keys/kbd.tsx";
import { useSingleKeys } from "#components/ui/keys/single-keys.ts";
import type { Race } from "#lib/session/reports/race.ts";
import type { View } from "#lib/session/reports/view.ts";

type RaceSceneProps = { view: View; token: string; corner: ReactNode };

/** The whole quiz once more, as a race of its scores. */
export function RaceScene({ view, token, corner }: RaceSceneProps) {
  const t = useTranslations("race");
  const { data: race, isError } = useQuery({
    queryKey: ["race", view.sessionId, view.version],
    queryFn: ({ signal }) => fetchRace(view.sessionId, token, signal),
  });
  const empty =
    race &&
    (race.questions.length === 0 ||
      race.racers.every((racer) => racer.answers.every((answer) => !answer?.points)));
  return (
    <main className="grid h-full grid-rows-[auto_minmax(0,1fr)_auto] reads:min-h-dvh gap-[calc(var(--u)*1.4)] p-[calc(var(--u)*2.2)]">
      <header className="flex items-center reads:flex-wrap justify-between gap-[calc(var(--u)*3)]">
        <Written
          as="h1"
          text={view.title}
          inWords
          className="display truncate reads:whitespace-normal pb-[0.1em] text-[calc(var(--u)*3.4)]"
        />
        {corner}
      </header>
      {race && !empty ? (
        <Track race={race} total={view.questions} />
      ) : (
        <p className="grid place-content-center text-[calc(var(--u)*3)] text-ink-muted">
          {isError ? t("failed") : race ? t("empty") : t("loading")}
        </p>
      )}
      <p className="flex flex-wrap items-center gap-x-[2em] gap-y-[0.4em] text-[calc(var(--u)*1.4)] text-ink-muted">
        <span>
          <Kbd>Space</Kbd> <span>{t("keys.play")}</span>
        </span>
        <span>
          <Kbd>←</Kbd> <Kbd>→</Kbd> <span>{t("keys.questions")}</span>
        </span>
        {race && !empty && <SaveButton race={race} total={view.questions} />}
      </p>
    </main>
  );
}

function Track({ race, total }: { race: Race; total: number }) {
  const words = useRaceWords(race, total);
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!root.current) return;
    return racePlayer(root.current, { race, words, raceAt, controls: false, autoplay: true });
  }, [race, words]);
  return (
    <>
      <style>{RACE_STYLE}</style>
      <div ref={root} />
    </>
  );
}

/** S, or a press. */
function SaveButton({ race, total }: { race: Race; total: number }) {
  const t = useTranslations("race.keys");
  const words = useRaceWords(race, total);
  const on = useSingleKeys();
  useEffect(() => {
    if (!on) return;
    const save = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "s" || event.ctrlKey || event.metaKey || event.altKey) return;
      saveRace(race, words);
    };
    addEventListener("keydown", save);
    return () => removeEventListener("keydown", save);
  }, [race, words, on]);
  return (
    <button
      type="button"
      onClick={() => saveRace(race, words)}
      // Space presses this button, and does not play the race.
      onKeyDown={(event) => event.key === " " && event.stopPropagation()}
      className="-m-2 cursor-pointer rounded-md p-2 hover:text-ink"
    >
      {on && <Kbd>S</Kbd>} <span>{t("save")}</span>
    </button>
  );
}

function useRaceWords(race: Race, total: number): RaceWords {
  const t = useTranslations("race");
  const locale = useLocale();
  return useMemo(() => {
    const comeback = comebackOf(race);
    return {
      locale,
      dir: document.documentElement.dir === "rtl" ? "rtl" : "ltr",
      title: withoutMarks(race.title),
      questions: race.questions.map(({ index, prompt, plainText }) =>
        t("question", {
          number: index + 1,
          total,
          prompt: withoutMarks(prompt, plainText),
        }),
      ),
      comeback: comeback ? t("comeback", comeback) : "",
      play: t("play"),
      pause: t("pause"),
      position: t("position"),
    };
  }, [race, total, locale, t]);
}
