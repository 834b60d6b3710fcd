import { useTranslations } from "next-intl";
import { InPlainText } from "#components/rich-text/in-plain-text.tsx";
import type { Sound } from "#components/sound/use-sound.ts";
import type { JoinAddress } from "#lib/client/join-address.ts";
import type { LiveBoard } from "#lib/client/live-board.ts";
import type { View } from "#lib/session/reports/view.ts";
import { AnswerSpread } from "../kinds/answer-spread.tsx";
import { LateCorner } from "../late-corner.tsx";
import { RaceScene } from "../scenes/race-scene.tsx";
import { RevealScene } from "../scenes/reveal-scene.tsx";
import { StandingsScene } from "../scenes/standings-scene.tsx";
import type { ScreenDeed, Veil } from "../screen-keys.ts";
import { StageNotice } from "../stage-notice.tsx";
import type { Solved } from "../use-last-reveal.ts";
import { CodeVeil } from "./code-overlay.tsx";
import { KeyList } from "./key-list.tsx";
import { VeilSheet } from "./overlay.tsx";
import { SoundVeil } from "./sound-overlay.tsx";

type VeilsProps = {
  veil: Veil;
  view: View;
  board: LiveBoard | null;
  solved: Solved | null;
  address: JoinAddress;
  sound: Sound;
  /** The key of this screen, for what it has to ask for. */
  token: string;
  /** It is its host’s, whose keys move the quiz on. */
  own: boolean;
  perform(deed: ScreenDeed): void;
};

/** What a key called up, over the scene. The quiz goes on below. */
export function Veils({ veil, view, board, solved, address, sound, token, own, perform }: VeilsProps) {
  const t = useTranslations("screen.keys");
  const words = useTranslations("race");
  const corner = <LateCorner view={view} address={address} />;
  switch (veil) {
    case "code":
      return <CodeVeil pin={view.pin} address={address} closed={view.locked} />;
    case "volumes":
      return <SoundVeil sound={sound} />;
    case "race":
      return (
        <VeilSheet label={words("title")}>
          <RaceScene view={view} token={token} corner={corner} />
        </VeilSheet>
      );
    case "keys":
      return <KeyList perform={perform} own={own} />;
    case "rankings":
      return (
        <VeilSheet label={t("rankings")}>
          <StandingsScene view={view} top={board?.top ?? []} previous={undefined} corner={corner} />
        </VeilSheet>
      );
    case "answers":
      return (
        <VeilSheet label={t("answers")}>
          {solved ? (
            <InPlainText question={solved.question}>
              <AnswerSpread {...solved} corner={corner} />
            </InPlainText>
          ) : (
            <NothingYet />
          )}
        </VeilSheet>
      );
    case "correct":
      return (
        <VeilSheet label={t("correct")}>
          {solved ? (
            <InPlainText question={solved.question}>
              <RevealScene {...solved} corner={corner} />
            </InPlainText>
          ) : (
            <NothingYet />
          )}
        </VeilSheet>
      );
    default:
      veil satisfies never;
      return null;
  }
}

/** An open question's answers would sway those who still think, and its key is not known here. */
function NothingYet() {
  const t = useTranslations("screen.nothingYet");
  return <StageNotice title={t("title")}>{t("text")}</StageNotice>;
}
