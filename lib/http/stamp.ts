import { chooseLocale } from "../language/choose.ts";

/** Carries a page's language from the HTTP server to Next, whose rewrites pick the static variant by it. */
export const LOCALE_HEADER = "x-ovation-locale";

/** Writes the language into the request's headers, over what came in; call it before Next sees the request. */
export function stampLocale(request: {
  url?: string | undefined;
  headers: Record<string, string | string[] | undefined>;
}): void {
  const { cookie, "accept-language": acceptLanguage } = request.headers;
  request.headers[LOCALE_HEADER] = chooseLocale({
    url: request.url ?? "",
    cookie: [cookie].flat().join("; "),
    acceptLanguage: [acceptLanguage].flat().join(","),
  });
}
