"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { useWordedView } from "#components/answers/use-worded-view.ts";
import { useCommands } from "#components/host-console/control-room/use-commands.ts";
import type { CommandAction } from "#components/host-console/host-actions.ts";
import { useEarlyPictures } from "#components/media/early-pictures.ts";
import { ON_STAGE } from "#components/media/media-url.ts";
import { InPlainText } from "#components/rich-text/in-plain-text.tsx";
import { QuizLanguage } from "#components/rich-text/quiz-language.ts";
import { useRoom } from "#components/room/use-room.ts";
import { cuesOf } from "#components/sound/cues.ts";
import { useSound } from "#components/sound/use-sound.ts";
import { LettersShown } from "#components/ui/options/letters-shown.ts";
import { joinAddress } from "#lib/client/address/join-address.ts";
import { shownBoard } from "#lib/client/board/shown-board.ts";
import { useBoard } from "#lib/client/board/use-board.ts";
import {
  useConnection,
  useRoster,
  useServerClock,
  useTally,
  useView,
} from "#lib/client/connection/use-live-state.ts";
import { useCountdown } from "#lib/client/time/use-countdown.ts";
import { useWakeLock } from "#lib/client/use-wake-lock.ts";
import type { StageOrders } from "#lib/session/stage.ts";
import { ConnectionMark } from "./corners/connection-mark.tsx";
import { FloatingReactions } from "./corners/floating-reactions.tsx";
import { LateCorner } from "./corners/late-corner.tsx";
import { RehearsalMark } from "./corners/rehearsal-mark.tsx";
import { SoundButton } from "./corners/sound-button.tsx";
import { SpeakerButton } from "./corners/speaker-button.tsx";
import { HostStep } from "./keys/host-step.tsx";
import { KeyHints } from "./keys/key-hints.tsx";
import { useScreenKeys } from "./keys/use-screen-keys.ts";
import { MixerOverlay } from "./overlays/mixer-overlay.tsx";
import { Overlays } from "./overlays/overlays.tsx";
import { PausedOverlay } from "./overlays/paused-overlay.tsx";
import { Scene } from "./scenes/scene.tsx";
import { StageLogoContext } from "./stage/stage-logo.tsx";
import { StageNotice } from "./stage/stage-notice.tsx";
import { StagePhoto } from "./stage/stage-photo.tsx";
import { StageRefusal } from "./stage/stage-refusal.tsx";
import { useBoardBefore } from "./use-board-before.ts";
import { useLastReveal } from "./use-last-reveal.ts";
import { type OwnsSessionAction, useOwnSession } from "./use-own-session.ts";

type StageProps = {
  pin: string;
  token: string;
  mixerOverlay: boolean;
  still: boolean;
  actions: StageActions;
};

/** The actions of a signed-in host on the screen itself. */
export interface StageActions {
  owns: OwnsSessionAction;
  command: CommandAction;
}

/** The stage of one session. Once something was shown it is never blank again, whatever the connection does. */
export function Stage({ pin, token, mixerOverlay, still, actions }: StageProps) {
  const t = useTranslations("screen.lost");
  const view = useWordedView(useView());
  const board = useBoard();
  const roster = useRoster();
  const tally = useTally();
  const countdown = useCountdown(view?.phase);
  const { serverNow } = useServerClock();
  const { state } = useConnection();
  const { top, of } = shownBoard(board, view?.players ?? 0);
  const boardBefore = useBoardBefore(view?.phase ?? null, top);
  const solved = useLastReveal(view);
  const sound = useSound(view, view && cuesOf(view, countdown.stage, top, of), serverNow);
  const own = useOwnSession(mixerOverlay ? null : (view?.sessionId ?? null), actions.owns);
  const commands = useCommands(view?.sessionId ?? "", actions.command);
  const { send } = commands;
  const tell = useCallback(
    (orders: Partial<StageOrders>) => void send({ command: "setStage", ...orders }),
    [send],
  );
  // A mixer hears and shows what is chosen on it.
  const orders = mixerOverlay ? null : (view?.stage ?? null);
  const { overlay, perform } = useScreenKeys({ sound, orders, tell: own ? tell : null });
  useRoom(pin, view?.room);
  useEarlyPictures(view, ON_STAGE);
  useWakeLock(true);

  if (!view) {
    if (mixerOverlay && state.name !== "closed") return null;
    return (
      <>
        {state.name === "closed" ? (
          <StageRefusal reason={state.reason} />
        ) : (
          <StageNotice title={t("connecting")} />
        )}
        <KeyHints visible={!still} />
      </>
    );
  }
  const address = joinAddress(location, view);
  const scene = {
    view,
    board,
    boardBefore,
    roster,
    tally,
    countdown,
    serverNow,
    address,
    answered: view.answered,
  };
  if (mixerOverlay) return <MixerOverlay {...scene} />;
  return (
    <QuizLanguage value={view.language}>
      <LettersShown value={view.settings.shuffle.options !== true}>
        <StageLogoContext value={view.room.logo}>
          {view.room.background && <StagePhoto key={view.room.background} id={view.room.background} />}
          <div className="contents" inert={overlay !== null}>
            <InPlainText question={view.question}>
              <Scene {...scene} speaker={<SpeakerButton sound={sound} onPress={() => perform("sound")} />} />
            </InPlainText>
          </div>
          {view.phase.name === "paused" && (
            <PausedOverlay corner={<LateCorner view={view} address={address} />} />
          )}
          {overlay && <Overlays {...{ overlay, view, board, solved, address, sound, token, own, perform }} />}
          {sound.refused && <SoundButton sound={sound} />}
          <FloatingReactions />
          <ConnectionMark />
          {view.rehearsal && <RehearsalMark />}
          <KeyHints visible={!still} perform={perform}>
            {own && <HostStep view={view} commands={commands} overlay={overlay} />}
          </KeyHints>
        </StageLogoContext>
      </LettersShown>
    </QuizLanguage>
  );
}
