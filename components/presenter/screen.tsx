"use client";

import { useTranslations } from "next-intl";
import { useLayoutEffect, useRef } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { LiveProvider } from "#lib/client/connection/live-provider.tsx";
import { QueryProvider } from "#lib/client/query-provider.tsx";
import { KeyHints } from "./keys/key-hints.tsx";
import { useStillness } from "./keys/use-stillness.ts";
import { type ScreenLink, useScreenLink } from "./screen-link.ts";
import { StageNotice } from "./stage/stage-notice.tsx";
import { fitStage } from "./stage/stage-size.ts";
import { Stage, type StageActions } from "./stage.tsx";

const CURSOR_HIDES_AFTER_MS = 2_000;

/** The page on the projector: no controls, and after a moment no pointer. */
export function Screen({ actions }: { actions: StageActions }) {
  const link = useScreenLink();
  const still = useStillness(CURSOR_HIDES_AFTER_MS);
  const stage = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const resized = () => stage.current && fitStage(stage.current);
    resized();
    addEventListener("resize", resized);
    return () => removeEventListener("resize", resized);
  }, []);
  return (
    <div
      ref={stage}
      className={classNames(
        "stage relative isolate h-dvh min-h-dvh overflow-hidden reads:h-auto reads:overflow-clip reads:pb-20 [--u:clamp(6px,min(1vw,1.78vh),44px)] [--spare:max(0px,calc(100dvh-var(--u)*56.25))] reads:[--spare:0px]",
        still && "cursor-none",
      )}
    >
      {link && <Linked link={link} still={still} actions={actions} />}
    </div>
  );
}

type LinkedProps = { link: ScreenLink; still: boolean; actions: StageActions };

function Linked({ link: { pin, key, mixerOverlay }, still, actions }: LinkedProps) {
  const t = useTranslations("screen.refusal");
  if (pin === "" || key === "") {
    return (
      <>
        <StageNotice title={t("wholeLink")}>{t("wholeLinkHow")}</StageNotice>
        <KeyHints visible={!still} />
      </>
    );
  }
  return (
    <QueryProvider>
      <LiveProvider as="presenter" pin={pin} token={key}>
        <Stage pin={pin} token={key} mixerOverlay={mixerOverlay} still={still} actions={actions} />
      </LiveProvider>
    </QueryProvider>
  );
}
