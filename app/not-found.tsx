import { ButtonLink } from "#components/ui/button-link.tsx";
import { Wordmark } from "#components/ui/logo.tsx";

export default function NotFound() {
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
      <h1 className="display relative text-[clamp(2.5rem,8vw,4.5rem)]">An empty stage.</h1>
      <p className="relative max-w-[36ch] text-balance text-ink-muted text-lg">
        Nothing plays at this address. If you came for a quiz, its PIN gets you in.
      </p>
      <ButtonLink href="/" size="lg" className="relative">
        Enter a PIN
      </ButtonLink>
    </main>
  );
}
