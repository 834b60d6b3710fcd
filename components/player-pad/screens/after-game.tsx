"use client";

import { ListChecks, Share2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/buttons/button.tsx";
import { later, useLater } from "#components/ui/page/later.ts";
import type { You } from "#lib/session/players/you.ts";
import { useShareCard } from "./use-share-card.ts";

const answers = later(() => import("./your-answers.tsx"));

type AfterGameProps = {
  title: string;
  you: You;
  rank: number | null;
  players: number;
  judged: number;
  earning: number;
};

/** After the game: the player's answers with the right ones, and the result as a picture. */
export function AfterGame(props: AfterGameProps) {
  const t = useTranslations("own");
  const [open, setOpen] = useState(false);
  const { share, shares, failed, working } = useShareCard(props);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2.5 pt-3">
      <Button size="lg" variant="secondary" onClick={() => setOpen(true)}>
        <ListChecks aria-hidden="true" className="size-5" /> <span>{t("answers.open")}</span>
      </Button>
      {props.earning > 0 && (
        <Button size="lg" variant="secondary" onClick={share} loading={working}>
          <Share2 aria-hidden="true" className="size-5" />{" "}
          <span>{shares ? t("card.share") : t("card.save")}</span>
        </Button>
      )}
      <p role="status" className="text-center text-danger-ink text-sm empty:hidden">
        {failed && t("card.failed")}
      </p>
      {open && <Answers onClose={() => setOpen(false)} />}
    </div>
  );
}

function Answers({ onClose }: { onClose(): void }) {
  const part = useLater(answers);
  return part && <part.YourAnswers onClose={onClose} />;
}
