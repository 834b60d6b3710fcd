import { useFormatter, useTranslations } from "next-intl";
import { Button } from "#components/ui/buttons/button.tsx";
import { ButtonLink } from "#components/ui/buttons/button-link.tsx";
import { LanguageChoice } from "#components/ui/fields/language-choice.tsx";
import { PinField } from "#components/ui/fields/pin-field.tsx";
import { OptionTile } from "#components/ui/options/option-tile.tsx";
import { Wordmark } from "#components/ui/page/logo.tsx";
import { ThemeToggle } from "#components/ui/page/theme-toggle.tsx";
import { Avatar } from "#components/ui/player/avatar.tsx";
import { Messages } from "../../messages.tsx";
import { BACK_ROW, BOOKSHOPS, FRONT_ROW, TOP_THREE } from "../../sample-room.ts";

export default function LandingPage() {
  return (
    <Messages surfaces={["ui"]}>
      <Hero />
      <main className="safe-x mx-auto grid max-w-6xl grid-cols-[minmax(0,1fr)] gap-20 py-16 md:gap-28 md:py-24">
        <Pitch />
        <Promises />
      </main>
      <Footer />
    </Messages>
  );
}

function Hero() {
  const t = useTranslations("landing");
  const ui = useTranslations("ui");
  return (
    <header
      data-theme="dark"
      className="stage relative flex min-h-[min(100dvh,54rem)] flex-col overflow-clip"
    >
      <div className="safe-x relative z-10 mx-auto flex w-full max-w-6xl items-center justify-between py-5">
        <a href="/" aria-label={ui("homeLink")} className="rounded-sm text-[1.75rem]">
          <Wordmark />
        </a>
        <ButtonLink href="/host" variant="ghost" prefetch={false} className="-me-4.5">
          {t("host")}
        </ButtonLink>
      </div>

      <div
        className="beam -translate-x-1/2 absolute -top-6 bottom-24 left-1/2 w-[min(58rem,165%)]"
        aria-hidden="true"
      />

      <div className="safe-x relative z-10 mx-auto flex w-full max-w-3xl flex-1 flex-col justify-center gap-7 pb-14">
        <div className="grid justify-items-center gap-3 text-center">
          <h1 className="display text-[clamp(2.75rem,9vw,5rem)]">{t("hero.title")}</h1>
          <p className="text-balance text-ink-muted text-lg">{t("hero.text")}</p>
        </div>
        <form
          action="/join"
          method="get"
          data-theme="light"
          className="mx-auto grid w-full max-w-md gap-3 rounded-2xl bg-background p-3.5 shadow-float sm:p-4"
        >
          <PinField label={t("hero.pin")} hideLabel placeholder={t("hero.pin")} />
          <Button type="submit" size="xl">
            {t("hero.join")}
          </Button>
        </form>
      </div>

      <Audience />
    </header>
  );
}

/** Two rows of heads at the foot of the hero: the room, looking up, half in the dark. */
function Audience() {
  return (
    <div
      aria-hidden="true"
      className="mask-b-from-30% mask-b-to-110% pointer-events-none relative h-24 shrink-0 select-none md:h-28"
    >
      <div className="-translate-x-1/2 absolute top-0 left-1/2 flex gap-3 text-[1.25rem] opacity-40 md:gap-5 md:text-[1.5rem]">
        {BACK_ROW.map((name, seat) => (
          <Avatar key={name} name={name} className={seat % 3 === 1 ? "translate-y-1.5" : undefined} />
        ))}
      </div>
      <div className="-translate-x-1/2 absolute top-9 left-1/2 flex gap-2.5 text-[1.75rem] md:top-10 md:gap-4 md:text-[2.25rem]">
        {FRONT_ROW.map((name, seat) => (
          <span key={name} className="animate-bob" style={{ animationDelay: `${(seat * 0.73) % 3.2}s` }}>
            <Avatar name={name} className={seat % 4 === 2 ? "translate-y-2" : undefined} />
          </span>
        ))}
      </div>
    </div>
  );
}

function Pitch() {
  const t = useTranslations("landing");
  const { number } = useFormatter();
  return (
    <section className="grid items-center gap-10 md:gap-12 lg:grid-cols-[5fr_6fr] lg:gap-16">
      <div className="grid justify-items-start gap-5">
        <h2 className="display text-[clamp(2.25rem,5.4vw,3.5rem)]">{t("pitch.title")}</h2>
        <p className="max-w-[30em] text-pretty text-ink-muted text-lg">{t("pitch.text")}</p>
        <ButtonLink href="/host" size="lg" prefetch={false}>
          {t("host")}
        </ButtonLink>
      </div>

      <div
        data-theme="dark"
        className="stage grid gap-5 rounded-2xl p-5 shadow-float sm:p-7"
        role="img"
        aria-label={t("pitch.picture")}
      >
        <div className="grid gap-5" aria-hidden="true">
          <p className="display text-2xl sm:text-3xl">{t("pitch.question")}</p>
          <div className="grid gap-4">
            <OptionTile index={0} state="dimmed" trailing={number(0.21, { style: "percent" })}>
              {BOOKSHOPS[0]}
            </OptionTile>
            <OptionTile index={1} state="correct" trailing={number(0.64, { style: "percent" })}>
              {BOOKSHOPS[1]}
            </OptionTile>
            <OptionTile index={2} state="dimmed" trailing={number(0.15, { style: "percent" })}>
              {BOOKSHOPS[2]}
            </OptionTile>
          </div>
          <ol className="grid gap-x-5 gap-y-2.5 border-line border-t pt-5 sm:grid-cols-3">
            {TOP_THREE.map((standing, place) => (
              <li key={standing.name} className="flex items-center gap-2.5">
                <span className="display numerals w-4 text-accent-ink text-xl">{number(place + 1)}</span>
                <Avatar name={standing.name} className="text-base" />
                <span className="flex flex-1 items-baseline justify-between leading-tight sm:grid">
                  <span className="font-semibold">{standing.name}</span>
                  <span className="numerals text-ink-muted text-sm">{number(standing.score)}</span>
                </span>
              </li>
            ))}
          </ol>
        </div>
      </div>
    </section>
  );
}

const PROMISES = ["fair", "saved", "size"] as const;

function Promises() {
  const t = useTranslations("landing.promises");
  return (
    <section aria-label={t("label")} className="grid gap-x-10 gap-y-8 md:grid-cols-3">
      {PROMISES.map((promise) => (
        <div key={promise} className="grid content-start gap-2 border-ink border-t-2 pt-5">
          <h3 className="display text-2xl">{t(`${promise}.title`)}</h3>
          <p className="text-pretty text-ink-muted">{t(`${promise}.text`)}</p>
        </div>
      ))}
    </section>
  );
}

function Footer() {
  const t = useTranslations("landing");
  const privacy = useTranslations("privacy");
  return (
    <footer className="border-line border-t">
      <div className="safe-x mx-auto flex max-w-6xl flex-wrap items-center justify-between gap-4 py-6">
        <Wordmark className="text-xl" />
        <nav aria-label={t("nav")} className="flex flex-wrap items-center gap-1 sm:gap-3">
          <ButtonLink href="/docs" variant="ghost" prefetch={false} className="text-ink-muted">
            {t("api")}
          </ButtonLink>
          <ButtonLink href="/privacy" variant="ghost" prefetch={false} className="text-ink-muted">
            {privacy("title")}
          </ButtonLink>
          <LanguageChoice />
          <ThemeToggle className="-me-3" />
        </nav>
      </div>
    </footer>
  );
}
