import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { LanguageChoice } from "#components/ui/fields/language-choice.tsx";
import { Wordmark } from "#components/ui/page/logo.tsx";
import { ThemeToggle } from "#components/ui/page/theme-toggle.tsx";
import { Messages } from "../../../messages.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("privacy");
  return { title: t("title"), description: t("description") };
}

const STORED = ["name", "answers", "seat", "network"] as const;
const SECTIONS = ["seen", "kept", "device", "ask"] as const;

/** For those who play; hosts choose under /host/privacy how long things are kept (docs/SPEC.md, RET6). */
export default function PrivacyPage() {
  const t = useTranslations("privacy");
  const ui = useTranslations("ui");
  return (
    <Messages surfaces={["ui"]}>
      <header className="safe-x mx-auto flex w-full max-w-3xl items-center justify-between gap-3 py-5">
        <a href="/" aria-label={ui("homeLink")} className="rounded-sm text-[1.75rem]">
          <Wordmark />
        </a>
        <span className="-me-3 flex items-center gap-1">
          <LanguageChoice />
          <ThemeToggle />
        </span>
      </header>
      <main className="safe-x safe-bottom mx-auto grid w-full max-w-3xl gap-10 pt-4 pb-16">
        <div className="grid gap-3">
          <h1 className="display text-[clamp(2.25rem,7vw,3.5rem)]">{t("title")}</h1>
          <p className="text-pretty text-ink-muted text-lg">{t("lead")}</p>
        </div>
        <section aria-labelledby="stored" className="grid gap-4">
          <h2 id="stored" className="display text-2xl">
            {t("stored.title")}
          </h2>
          <dl className="divide-y rounded-xl border bg-surface">
            {STORED.map((part) => (
              <div key={part} className="grid gap-x-6 gap-y-0.5 px-5 py-3.5 sm:grid-cols-[11rem_1fr]">
                <dt className="font-semibold">{t(`stored.${part}.what`)}</dt>
                <dd className="text-pretty text-ink-muted">{t(`stored.${part}.about`)}</dd>
              </div>
            ))}
          </dl>
        </section>
        {SECTIONS.map((section) => (
          <section key={section} aria-labelledby={section} className="grid gap-2">
            <h2 id={section} className="display text-2xl">
              {t(`${section}.title`)}
            </h2>
            <p className="text-pretty text-ink-muted">{t(`${section}.text`)}</p>
          </section>
        ))}
      </main>
    </Messages>
  );
}
