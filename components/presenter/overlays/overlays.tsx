import { useTranslations } from "next-intl";
import { InPlainText } from "#components/rich-text/in-plain-text.tsx";
import type { Sound } from "#components/sound/use-sound.ts";
import type { JoinAddress } from "#lib/client/address/join-address.ts";
import type { LiveBoard } from "#lib/client/board/live-board.ts";
import { shownBoard } from "#lib/client/board/shown-board.ts";
import type { View } from "#lib/session/reports/view.ts";
import { LateCorner } from "../corners/late-corner.tsx";
import type { Overlay, ScreenAction } from "../keys/screen-keys.ts";
import { AnswerSpread } from "../kinds/answer-spread.tsx";
import { RaceScene } from "../scenes/race-scene.tsx";
import { RevealScene } from "../scenes/reveal-scene.tsx";
import { StandingsScene } from "../scenes/standings-scene.tsx";
import { StageNotice } from "../stage/stage-notice.tsx";
import type { Solved } from "../use-last-reveal.ts";
import { CodeOverlay } from "./code-overlay.tsx";
import { KeyList } from "./key-list.tsx";
import { OverlaySheet } from "./overlay-sheet.tsx";
import { SoundOverlay } from "./sound-overlay.tsx";

type OverlaysProps = {
  overlay: Overlay;
  view: View;
  board: LiveBoard | null;
  solved: Solved | null;
  address: JoinAddress;
  sound: Sound;
  /** The key of this screen, for what it has to ask for. */
  token: string;
  /** It is its host’s, whose keys move the quiz on. */
  own: boolean;
  perform(action: ScreenAction): void;
};

/** The overlay opened by a key. The quiz goes on below. */
export function Overlays({
  overlay,
  view,
  board,
  solved,
  address,
  sound,
  token,
  own,
  perform,
}: OverlaysProps) {
  const t = useTranslations("screen.keys");
  const words = useTranslations("race");
  const corner = <LateCorner view={view} address={address} />;
  switch (overlay) {
    case "code":
      return <CodeOverlay pin={view.pin} address={address} closed={view.locked} />;
    case "volumes":
      return <SoundOverlay sound={sound} />;
    case "race":
      return (
        <OverlaySheet label={words("title")}>
          <RaceScene view={view} token={token} corner={corner} />
        </OverlaySheet>
      );
    case "keys":
      return <KeyList perform={perform} own={own} />;
    case "rankings":
      return (
        <OverlaySheet label={t("rankings")}>
          <StandingsScene view={view} top={shownBoard(board, 0).top} previous={undefined} corner={corner} />
        </OverlaySheet>
      );
    case "answers":
      return (
        <OverlaySheet label={t("answers")}>
          {solved ? (
            <InPlainText question={solved.question}>
              <AnswerSpread {...solved} corner={corner} />
            </InPlainText>
          ) : (
            <NothingYet />
          )}
        </OverlaySheet>
      );
    case "correct":
      return (
        <OverlaySheet label={t("correct")}>
          {solved ? (
            <InPlainText question={solved.question}>
              <RevealScene {...solved} corner={corner} />
            </InPlainText>
          ) : (
            <NothingYet />
          )}
        </OverlaySheet>
      );
    default:
      overlay satisfies never;
      return null;
  }
}

/** An open question's answers would sway those who still think, and its key is not known here. */
function NothingYet() {
  const t = useTranslations("screen.nothingYet");
  return <StageNotice title={t("title")}>{t("text")}</StageNotice>;
}
