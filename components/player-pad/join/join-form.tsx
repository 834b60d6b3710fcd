"use client";

import { useTranslations } from "next-intl";
import { useActionState, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useRefusalText } from "#components/connection/use-refusal-text.ts";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/buttons/button.tsx";
import { PinField } from "#components/ui/fields/pin-field.tsx";
import { TextField } from "#components/ui/fields/text-field.tsx";
import { addressPin as pinOfAddress } from "#lib/client/address/address-pin.ts";
import { PIN_LENGTH } from "#lib/kernel/pin.ts";
import { GivenPin } from "./given-pin.tsx";
import { joinKeyFor } from "./join-key.ts";
import { type JoinRefusal, refusalPlace } from "./join-refusal.ts";
import { continueCard } from "./later-continue-card.ts";
import { LookField } from "./later-join.tsx";
import { SeatByLink, SeatDoor, SeatOffer, useLinkedSeat } from "./later-seat.tsx";
import { TeamField } from "./later-team.tsx";
import type { TeamsToJoin } from "./teams-to-join.ts";
import { useAddressPin } from "./use-address-pin.ts";
import { usePinCheck } from "./use-pin-check.ts";
import type { SeatActions } from "./use-seat-request.ts";
import { useWayToGame } from "./use-way-to-game.ts";

/** The reply of the join action. */
interface JoinState {
  refusal: JoinRefusal | null;
  pin: string;
  name: string;
  /** The key of the join that was taken: on to the game. */
  joinedWith: string | null;
  /** With a refusal: the teams to choose from, where one chooses. */
  teams?: TeamsToJoin | null;
}

type JoinFormProps = {
  action(previous: JoinState, form: FormData): Promise<JoinState>;
  seatActions: SeatActions;
};

const UNTOUCHED: JoinState = { refusal: null, pin: "", name: "", joinedWith: null };

/** PIN, then name. A plain form underneath: it also joins before any script has come, or without one. */
export function JoinForm({ action, seatActions }: JoinFormProps) {
  const t = useTranslations("join");
  const refusalText = useRefusalText();
  const [state, join, pending] = useActionState(action, UNTOUCHED);
  const addressPin = useAddressPin();
  const [typedPin, setTypedPin] = useState<string | null>(null);
  const [name, setName] = useState(state.name);
  const [somebodyElse, setSomebodyElse] = useState(false);
  const [linkedSeat, forgetLink] = useLinkedSeat();
  const [askingAs, setAskingAs] = useState<string | null>(null);
  const nameField = useRef<HTMLInputElement>(null);

  const given = typedPin === null && addressPin?.length === PIN_LENGTH;
  const pin = typedPin ?? (addressPin || state.pin);
  const check = usePinCheck(pin);
  const joinKey = joinKeyFor(pin, somebodyElse);

  const current = state.refusal && state.pin === pin ? state.refusal : null;
  const place = current && refusalPlace(current.code);
  const pinRefusal = place === "pin" ? current : check.refusal;
  const pinError = pinRefusal ? refusalText(pinRefusal.code) : undefined;
  // A wrong name is right again as soon as it is changed.
  const nameError =
    current && place === "name" && name === state.name ? refusalText(current.code) : undefined;

  // A refusal has just brought the latest.
  const teams = (current && state.teams) ?? check.teams;

  // Keeps the text typed before the script came.
  useLayoutEffect(() => {
    if (nameField.current?.value) setName(nameField.current.value);
  }, []);

  const leaving = useWayToGame(state);

  useEffect(() => {
    if (given || nameError) nameField.current?.focus();
  }, [given, nameError]);

  if (linkedSeat !== null)
    return <SeatByLink take={seatActions.take} pin={pin} code={linkedSeat} onStop={forgetLink} />;
  if (askingAs !== null)
    return <SeatDoor pin={pin} name={askingAs} actions={seatActions} onStop={() => setAskingAs(null)} />;
  const returning = continueCard.current();
  if (returning && check.knownAs !== null && !somebodyElse) {
    return (
      <returning.ContinueCard
        pin={pin}
        name={check.knownAs.name}
        avatar={check.knownAs.avatar}
        title={check.title}
        onOther={() => setSomebodyElse(true)}
      />
    );
  }
  return (
    <form action={join} className="grid gap-5">
      <h1 className="display text-center text-4xl">{t("title")}</h1>
      {given && !pinError ? (
        <GivenPin pin={pin} title={check.title} onChange={() => setTypedPin("")} />
      ) : (
        <div className="grid gap-1.5">
          <PinField
            key={given ? "given" : "typed"}
            label={t("pin")}
            hideLabel
            defaultValue={pin}
            onDigits={(digits) => {
              // The page itself puts the PIN of its address in (lib/client/storage/early-join.ts): it was not typed.
              if (typedPin !== null || digits !== pinOfAddress()) setTypedPin(digits);
            }}
            error={pinError}
            autoFocus={typedPin === ""}
          />
          <p role="status" className="min-h-6 break-words text-center text-ink-muted text-sm">
            {!pinError && (check.title ? t("joining", { title: check.title }) : t("pinHint"))}
          </p>
        </div>
      )}
      <TextField
        ref={nameField}
        label={t("name")}
        name="name"
        size="lg"
        dir="auto"
        required
        value={name}
        onChange={(event) => setName(event.target.value)}
        autoComplete="nickname"
        autoCapitalize="words"
        autoCorrect="off"
        spellCheck={false}
        maxLength={100}
        enterKeyHint="go"
        hint={t("nameHint")}
        error={nameError}
      />
      {teams && (
        <TeamField
          key={pin}
          pin={pin}
          teams={teams}
          error={place === "team" && current ? refusalText(current.code) : undefined}
        />
      )}
      <LookField name={name} onName={setName} />
      <input type="hidden" name="joinKey" value={joinKey} />
      {place === "form" && current && <Banner tone="danger">{refusalText(current.code)}</Banner>}
      <Button type="submit" size="xl" loading={pending || leaving}>
        {t("submit")}
      </Button>
      {nameError && current?.code === "name_taken" && <SeatOffer onAsk={() => setAskingAs(name)} />}
    </form>
  );
}
