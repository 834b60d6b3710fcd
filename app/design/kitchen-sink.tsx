"use client";

import { Copy, Ellipsis, Pencil, Plus, Trash2, Users } from "lucide-react";
import { type ReactNode, useState } from "react";
import { RoomSwatch } from "#components/room/room-swatch.tsx";
import { AnimatedNumber } from "#components/ui/animated-number.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/buttons/button.tsx";
import { ButtonLink } from "#components/ui/buttons/button-link.tsx";
import { HintButton, HintProvider } from "#components/ui/buttons/hint-button.tsx";
import { IconButton } from "#components/ui/buttons/icon-button.tsx";
import { Card } from "#components/ui/card.tsx";
import { CountdownBar } from "#components/ui/countdown/countdown-bar.tsx";
import { CountdownRing } from "#components/ui/countdown/countdown-ring.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Combobox } from "#components/ui/fields/combobox.tsx";
import { LanguageChoice } from "#components/ui/fields/language-choice.tsx";
import { PinField } from "#components/ui/fields/pin-field.tsx";
import { RadioCards } from "#components/ui/fields/radio-cards.tsx";
import { Select } from "#components/ui/fields/select.tsx";
import { Switch } from "#components/ui/fields/switch.tsx";
import { TextArea } from "#components/ui/fields/text-area.tsx";
import { TextField } from "#components/ui/fields/text-field.tsx";
import { Kbd } from "#components/ui/keys/kbd.tsx";
import { OptionMark, OptionShape } from "#components/ui/options/option-mark.tsx";
import type { OptionState } from "#components/ui/options/option-states.ts";
import { OptionTile } from "#components/ui/options/option-tile.tsx";
import { ConfirmDialog } from "#components/ui/overlays/confirm-dialog.tsx";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import { Menu } from "#components/ui/overlays/menu.tsx";
import { Sheet } from "#components/ui/overlays/sheet.tsx";
import { ToastProvider, useToast } from "#components/ui/overlays/toast.tsx";
import { Mark, Wordmark } from "#components/ui/page/logo.tsx";
import { ThemeToggle } from "#components/ui/page/theme-toggle.tsx";
import { PinDisplay } from "#components/ui/pin-display.tsx";
import { Avatar } from "#components/ui/player/avatar.tsx";
import { ProgressBar } from "#components/ui/progress-bar.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { ROOM_THEMES } from "#lib/look/room-theme.ts";

const SIX = [0, 1, 2, 3, 4, 5];
const STATES: OptionState[] = ["idle", "selected", "locked", "correct", "wrong", "dimmed"];
const LONGEST = "The one with seventy-five characters, which is as long as options may get.";
const NAMES = "Ada Milo Sana Kai Freya Omar Lin Paul Nia Sven Mei Leo Ida Amir Vera Jonas".split(" ");
const SWATCHES = [
  "bg-background text-ink",
  "bg-surface text-ink",
  "bg-surface-raised text-ink",
  "bg-surface-sunken text-ink-muted",
  "bg-primary text-on-primary",
  "bg-accent text-on-accent",
  "bg-success text-on-success",
  "bg-danger text-on-danger",
  "bg-warning text-on-warning",
  "bg-accent-soft text-accent-ink",
  "bg-success-soft text-success-ink",
  "bg-danger-soft text-danger-ink",
  "bg-warning-soft text-warning-ink",
];

export function KitchenSink() {
  return (
    <HintProvider>
      <ToastProvider>
        <main className="safe-x mx-auto grid max-w-6xl gap-14 py-8">
          <div className="flex items-center justify-between">
            <h1>
              <Wordmark className="text-4xl" />
            </h1>
            <ThemeToggle />
          </div>
          <Options />
          <Rooms />
          <Actions />
          <Fields />
          <Time />
          <Pieces />
          <Stage />
        </main>
      </ToastProvider>
    </HintProvider>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-5">
      <h2 className="display border-ink border-t-2 pt-3 text-2xl">{title}</h2>
      {children}
    </section>
  );
}

function Rooms() {
  return (
    <Section title="Rooms">
      <div className="grid grid-cols-2 gap-4 md:grid-cols-4">
        {ROOM_THEMES.flatMap((theme) => [
          <RoomSwatch key={`${theme} dark`} room={{ theme }} />,
          <RoomSwatch key={`${theme} light`} room={{ theme }} light />,
        ])}
        {["#7a0c2e", "#00a67d", "#ffd400", "#8d8d8d"].map((color) => (
          <RoomSwatch key={color} room={{ theme: "theater", color }} />
        ))}
      </div>
    </Section>
  );
}

function Options() {
  const [state, setState] = useState<OptionState>("idle");
  const next = () => setState(STATES[(STATES.indexOf(state) + 1) % STATES.length] ?? "idle");
  return (
    <Section title="Options">
      <div className="flex flex-wrap items-center gap-3">
        {SIX.map((index) => (
          <OptionMark key={index} index={index} />
        ))}
        {SIX.map((index) => (
          <OptionMark key={index} index={index} size="sm" letter={false} />
        ))}
        {SIX.map((index) => (
          <OptionShape key={index} index={index} className="size-6" />
        ))}
      </div>
      <div className="flex flex-wrap gap-6">
        {SIX.map((index) => (
          <OptionShape key={index} index={index} className="size-30" />
        ))}
      </div>
      <div className="grid gap-4 md:grid-cols-2">
        {SIX.map((index) => (
          <OptionTile key={index} index={index} hotkey={String(index + 1)} state={state} onSelect={next}>
            {index % 2 ? "Buenos Aires" : LONGEST}
          </OptionTile>
        ))}
      </div>
      <div className="grid grid-cols-2 gap-4 md:grid-cols-3">
        {STATES.map((each, index) => (
          <OptionTile key={each} index={index} layout="stack" state={each} onSelect={next}>
            {index % 2 ? LONGEST : each}
          </OptionTile>
        ))}
      </div>
      <div className="grid grid-cols-2 gap-4 md:grid-cols-6">
        {SIX.map((index) => (
          <OptionTile key={index} index={index} onSelect={next} state={index === 2 ? "locked" : "idle"} />
        ))}
      </div>
    </Section>
  );
}

function Actions() {
  const toast = useToast();
  const [dialog, setDialog] = useState<"none" | "plain" | "confirm" | "sheet">("none");
  const close = () => setDialog("none");
  return (
    <Section title="Actions">
      <div className="flex flex-wrap items-center gap-3">
        <Button>Primary</Button>
        <Button variant="accent">Accent</Button>
        <Button variant="secondary">Secondary</Button>
        <Button variant="ghost">Ghost</Button>
        <Button variant="danger">Danger</Button>
        <Button loading>Saving</Button>
        <Button disabled>Disabled</Button>
        <Button size="lg">
          <Plus aria-hidden="true" className="size-5" /> New quiz
        </Button>
        <Button size="xl">Start the quiz</Button>
        <ButtonLink href="/">A link</ButtonLink>
        <LanguageChoice />
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <IconButton aria-label="Edit">
          <Pencil aria-hidden="true" />
        </IconButton>
        <HintButton aria-label="Copy the link" variant="outline">
          <Copy aria-hidden="true" />
        </HintButton>
        <Menu
          label="More"
          align="start"
          icon={<Ellipsis aria-hidden="true" />}
          items={[
            {
              label: "Duplicate",
              icon: <Copy aria-hidden="true" />,
              onSelect: () => toast("Duplicated", "success"),
            },
            {
              label: "Delete",
              icon: <Trash2 aria-hidden="true" />,
              tone: "danger",
              onSelect: () => setDialog("confirm"),
            },
          ]}
        />
        <Button variant="secondary" onClick={() => setDialog("plain")}>
          Dialog
        </Button>
        <Button variant="secondary" onClick={() => setDialog("sheet")}>
          Sheet, on participants’ pages
        </Button>
        <Button variant="secondary" onClick={() => toast("The link is on your clipboard.", "success")}>
          Toast
        </Button>
        <Badge>Draft</Badge>
        <Badge tone="live">Live</Badge>
        <Badge tone="success">Correct</Badge>
        <Badge tone="danger">Wrong</Badge>
        <Badge tone="warning">Slow</Badge>
        <Badge tone="accent">+ 912</Badge>
        <Kbd>Space</Kbd>
        <Spinner />
      </div>
      <Dialog
        open={dialog === "plain"}
        onClose={close}
        title="Share this quiz"
        description="Anyone with the link may copy it."
      >
        <TextField label="Link" defaultValue="https://example.org/q/7" readOnly />
      </Dialog>
      <Sheet open={dialog === "sheet"} onClose={close} title="Your settings">
        <Switch label="Larger text" />
      </Sheet>
      <ConfirmDialog
        open={dialog === "confirm"}
        tone="danger"
        title="Delete “Capitals”?"
        description="Reports of past sessions stay."
        confirmLabel="Delete quiz"
        onConfirm={close}
        onCancel={close}
      />
    </Section>
  );
}

function Fields() {
  const [seconds, setSeconds] = useState(20);
  const [language, setLanguage] = useState("en");
  return (
    <Section title="Fields">
      <div className="grid gap-5 md:grid-cols-2">
        <TextField label="Your name" hint="As it will stand on the big screen." placeholder="Ada" />
        <TextField
          label="Email"
          type="email"
          defaultValue="ada@"
          error="An address needs something after the @."
        />
        <Select
          label="Time limit"
          value={seconds}
          onChange={setSeconds}
          choices={[10, 20, 30].map((value) => ({ value, label: `${value} seconds` }))}
        />
        <Combobox
          label="Language"
          value={language}
          onChange={setLanguage}
          showAll="All languages"
          empty="No such language."
          choices={[
            { value: "en", label: "English" },
            { value: "fr", label: "French", also: "français" },
            { value: "ar", label: "Arabic", also: "العربية" },
          ]}
        />
        <TextArea label="Notes" placeholder="Only you see these." />
        <Card className="grid gap-1">
          <Switch label="Lock after the first question" hint="Late joiners wait outside." defaultChecked />
          <Switch label="Music in the lobby" />
        </Card>
        <div className="grid content-start gap-5">
          <RadioCards
            legend="Points appear"
            name="reveal"
            defaultValue="instant"
            choices={[
              { value: "instant", label: "At once", hint: "Each phone knows as soon as it answers." },
              { value: "suspense", label: "At the reveal", hint: "The room finds out together." },
            ]}
          />
          <RadioCards
            legend="Points"
            name="points"
            look="segmented"
            defaultValue="1"
            choices={[
              { value: "0", label: "None" },
              { value: "1", label: "Standard" },
              { value: "2", label: "Double" },
            ]}
          />
          <PinField id="sink-pin" label="PIN" />
        </div>
      </div>
    </Section>
  );
}

function Time() {
  const [score, setScore] = useState(4812);
  return (
    <Section title="Time and numbers">
      <div className="flex flex-wrap items-center gap-6">
        <CountdownRing secondsLeft={14} fraction={0.7} className="size-24" />
        <CountdownRing secondsLeft={4} fraction={0.2} className="size-24" />
        <CountdownRing secondsLeft={20} durationMs={30_000} elapsedMs={5_000} className="size-16" />
        <div className="grid min-w-60 flex-1 gap-3">
          <CountdownBar secondsLeft={20} durationMs={30_000} elapsedMs={5_000} />
          <CountdownBar secondsLeft={4} fraction={0.2} />
          <ProgressBar label="Question 3 of 10" value={3} max={10} />
        </div>
        <button type="button" className="display text-5xl" onClick={() => setScore(score + 912)}>
          <AnimatedNumber value={score} />
        </button>
        <PinDisplay pin="482913" className="text-5xl" />
      </div>
    </Section>
  );
}

function Pieces() {
  return (
    <Section title="Pieces">
      <div className="flex flex-wrap items-center gap-3 text-2xl">
        {NAMES.map((name) => (
          <Avatar key={name} name={name} />
        ))}
        <Avatar name="Ada" look="initial" />
        <Mark className="size-12" />
        <Mark className="size-6" />
        <Mark className="size-4" />
      </div>
      <div className="grid gap-3 md:grid-cols-2">
        <Banner tone="busy">Reconnecting… your answers are safe.</Banner>
        <Banner tone="info" action={<Button variant="ghost">Undo</Button>}>
          The lobby is locked.
        </Banner>
        <Banner tone="warning">The leaderboard may lag a few seconds.</Banner>
        <Banner tone="danger">This session was ended by its host.</Banner>
      </div>
      <div className="grid grid-cols-2 gap-2 sm:grid-cols-4">
        {SWATCHES.map((look) => (
          <div key={look} className={`rounded-md p-3 font-medium text-sm ring-1 ring-line ${look}`}>
            {look.split(" ")[0]?.slice(3)}
          </div>
        ))}
      </div>
      <div className="grid content-start gap-3">
        <Skeleton className="h-6 w-2/3" />
        <Skeleton className="h-16" />
      </div>
      <Card>
        <EmptyState icon={<Users />} title="Nobody here yet" action={<Button>Copy the link</Button>}>
          Players appear the moment they join.
        </EmptyState>
      </Card>
    </Section>
  );
}

function Stage() {
  return (
    <section data-theme="dark" className="stage grid gap-8 rounded-2xl p-8">
      <div className="flex items-center justify-between gap-6">
        <p className="display text-stage-lg">Which planet has the longest day?</p>
        <CountdownRing secondsLeft={12} durationMs={20_000} elapsedMs={8_000} className="size-28" />
      </div>
      <div className="grid gap-5 md:grid-cols-2">
        {["Venus", "Mercury", "Jupiter", "Mars", "Saturn", "Neptune"].map((planet, index) => (
          <OptionTile
            key={planet}
            index={index}
            layout="stage"
            state={index === 0 ? "correct" : index === 1 ? "dimmed" : "idle"}
            trailing="31"
          >
            {planet}
          </OptionTile>
        ))}
      </div>
      <PinDisplay pin="482913" className="text-stage-xl" />
    </section>
  );
}
