import { NextIntlClientProvider } from "next-intl";
import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import type { Surface } from "#lib/web/message-types.ts";
import { messagesOf } from "#lib/web/messages.ts";

/** Sends a page the texts of these surfaces, in its language, and no others. */
export async function Messages({
  surfaces,
  children,
}: {
  surfaces: readonly Surface[];
  children: ReactNode;
}) {
  const locale = await getLocale();
  return (
    <NextIntlClientProvider locale={locale} messages={await messagesOf(locale, surfaces)}>
      {children}
    </NextIntlClientProvider>
  );
}
