import { useTranslations } from "next-intl";
import { buttonStyles } from "#components/ui/buttons/button-styles.ts";
import { Wordmark } from "#components/ui/page/logo.tsx";

type NotFoundPageProps = {
  words: { title: string; text: string; enterPin: string };
  /** Target of the button; the landing page by default. */
  href?: string;
};

/** The 404 page. */
export function NotFoundPage({ words, href = "/" }: NotFoundPageProps) {
  return (
    <main
      data-theme="dark"
      className="stage safe-x relative grid min-h-dvh content-center justify-items-center gap-6 overflow-hidden text-center"
    >
      <div
        className="beam -translate-x-1/2 absolute -top-6 bottom-0 left-1/2 w-[min(44rem,160%)]"
        aria-hidden="true"
      />
      <Wordmark className="relative text-2xl" />
      <h1 className="display relative text-[clamp(2.5rem,8vw,4.5rem)]">{words.title}</h1>
      <p className="relative max-w-[36ch] text-balance text-ink-muted text-lg">{words.text}</p>
      {/* A plain link: this file is part of every page, and the router's link would add to all of them. */}
      <a href={href} className={buttonStyles("primary", "lg", "relative")}>
        {words.enterPin}
      </a>
    </main>
  );
}

/** In the language of the page around it. */
export function TranslatedNotFoundPage() {
  const t = useTranslations("trouble.notFound");
  return <NotFoundPage words={{ title: t("title"), text: t("text"), enterPin: t("enterPin") }} />;
}
