"use client";

import { Smartphone } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusalText } from "#components/connection/use-refusal-text.ts";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/buttons/button.tsx";
import { TextField } from "#components/ui/fields/text-field.tsx";
import { type SeatActions, useSeatCode, useSeatRequest } from "./use-seat-request.ts";

/** Where a name is taken: perhaps by the very person, on a phone that died. */
export function SeatOffer({ onAsk }: { onAsk(): void }) {
  const t = useTranslations("seat");
  return (
    <section className="grid gap-3 rounded-lg bg-surface-raised p-4 ring-1 ring-line">
      <h2 className="flex items-center gap-2 font-semibold">
        <Smartphone aria-hidden="true" className="size-5 shrink-0 text-accent-ink" />
        <span>{t("isItYou")}</span>
      </h2>
      <p className="text-ink-muted text-sm leading-snug">{t("keeps")}</p>
      <Button variant="secondary" size="lg" onClick={onAsk}>
        {t("ask")}
      </Button>
    </section>
  );
}

type SeatDoorProps = { pin: string; name: string; actions: SeatActions; onStop(): void };

/** In place of the join form: waits for the host's word, or takes a code. */
export function SeatDoor({ pin, name, actions, onStop }: SeatDoorProps) {
  const t = useTranslations("seat");
  const refusalText = useRefusalText();
  const { request, askAgain } = useSeatRequest(pin, name, actions.ask);
  const said = request.state === "declined" || request.state === "lapsed" ? request.state : null;
  const over = said !== null || request.state === "refused";
  return (
    <div className="grid gap-6 text-center">
      <div className="grid gap-2">
        <h1 className="display break-words text-4xl">
          <bdi>{name}</bdi>
        </h1>
        <p role="status" className="text-balance text-ink-muted text-lg">
          {request.state === "refused" ? refusalText(request.code) : t(said ?? "waiting")}
        </p>
      </div>
      {request.state === "waiting" && (
        <div className="grid gap-4">
          <section
            aria-label={t("number")}
            className="grid gap-1 rounded-lg bg-surface-raised p-5 ring-1 ring-line"
          >
            <p className="font-semibold">{t("number")}</p>
            <p className="display numerals text-7xl text-accent-ink">
              <bdi>{request.number}</bdi>
            </p>
          </section>
          <p className="text-balance text-ink-muted text-sm">{t(request.hostHere ? "stay" : "hostAway")}</p>
        </div>
      )}
      {request.unreachable && <Banner tone="busy">{t("unreachable")}</Banner>}
      <CodeField pin={pin} take={actions.take} />
      <div className="grid gap-3">
        {over && (
          <Button variant="secondary" size="lg" onClick={askAgain}>
            {t("again")}
          </Button>
        )}
        <Button variant="ghost" size="lg" onClick={onStop}>
          {t("stop")}
        </Button>
      </div>
    </div>
  );
}

type SeatByLinkProps = { pin: string; code: string; take: SeatActions["take"]; onStop(): void };

/** The host's link was opened: one tap, and this is the player's device. */
export function SeatByLink({ pin, code, take, onStop }: SeatByLinkProps) {
  const t = useTranslations("seat");
  const seat = useSeatCode(pin, take);
  const refusalText = useRefusalText();
  return (
    <div className="grid gap-6 text-center">
      <div className="grid gap-2">
        <h1 className="display text-4xl">{t("linkTitle")}</h1>
        <p className="text-balance text-ink-muted text-lg">{t("linkHint")}</p>
      </div>
      {seat.problem && <Banner tone="danger">{refusalText(seat.problem)}</Banner>}
      <div className="grid gap-3">
        <Button size="xl" loading={seat.taking} onClick={() => seat.take(code)}>
          {t("take")}
        </Button>
        <Button variant="ghost" size="lg" onClick={onStop}>
          {t("stop")}
        </Button>
      </div>
    </div>
  );
}

function CodeField({ pin, take }: { pin: string; take: SeatActions["take"] }) {
  const t = useTranslations("seat");
  const refusalText = useRefusalText();
  const seat = useSeatCode(pin, take);
  const [code, setCode] = useState("");
  const [open, setOpen] = useState(false);
  if (!open) {
    return (
      <Button variant="ghost" onClick={() => setOpen(true)}>
        {t("haveCode")}
      </Button>
    );
  }
  return (
    <form
      className="grid gap-3 text-start"
      onSubmit={(event) => {
        event.preventDefault();
        if (code.trim() !== "") seat.take(code);
      }}
    >
      <TextField
        label={t("code")}
        size="lg"
        dir="ltr"
        value={code}
        onChange={(event) => setCode(event.target.value)}
        autoCapitalize="none"
        autoComplete="one-time-code"
        autoCorrect="off"
        spellCheck={false}
        maxLength={20}
        autoFocus
        enterKeyHint="go"
        error={seat.problem ? refusalText(seat.problem) : undefined}
      />
      <Button type="submit" size="lg" loading={seat.taking}>
        {t("take")}
      </Button>
    </form>
  );
}
