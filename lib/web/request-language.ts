import { locale as localeOfPath } from "next/root-params";
import { getRequestConfig } from "next-intl/server";
import { DEFAULT_LOCALE, isLocale } from "#lib/language/locales.ts";
import { SURFACES } from "./message-types.ts";
import { messagesOf } from "./messages.ts";

/**
 * What server components translate by. The language is in the (rewritten) path, so that pages stay static; reading a
 * header or a cookie here would render them per request. Pages outside [locale] speak English.
 */
export default getRequestConfig(async () => {
  const asked = await localeOfPath();
  const locale = isLocale(asked) ? asked : DEFAULT_LOCALE;
  return { locale, messages: await messagesOf(locale, SURFACES) };
});
