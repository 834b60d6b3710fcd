/**
 * Sent with every page and reply. The policy has no nonce, because a nonce makes every page dynamic, and ten thousand
 * phones open the join page at once: it must stay a static file. Next starts a static page with inline scripts, whose
 * text changes with every build, so inline scripts are allowed; React escapes what people type, and nothing of theirs is
 * ever set as HTML.
 */
const POLICY = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline'",
  // Charts, countdowns and avatars set their measures as style attributes.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self' ws: wss:",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'self'",
];

/** The development server evaluates code for hot reload and error overlays. */
const DEVELOPMENT_POLICY = POLICY.map((line) =>
  line.startsWith("script-src") ? `${line} 'unsafe-eval'` : line,
);

/** Files stored by hosts are inert, even when opened as a page. */
const MEDIA_PATH = "/api/v1/media/";
const MEDIA_POLICY = ["default-src 'none'", "sandbox"];

/** The headers of every reply to a request for this address. */
export function securityHeaders(development: boolean): (url: string) => Header[] {
  const pages = headersWith(development ? DEVELOPMENT_POLICY : POLICY);
  const media = headersWith(MEDIA_POLICY);
  return (url) => (url.startsWith(MEDIA_PATH) ? media : pages);
}

interface Header {
  key: string;
  value: string;
}

function headersWith(policy: readonly string[]): Header[] {
  return [
    { key: "Content-Security-Policy", value: policy.join("; ") },
    { key: "X-Content-Type-Options", value: "nosniff" },
    // A presenter's key is in the fragment, which no referrer carries; the PIN in the query must not leave the site.
    { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
    {
      key: "Permissions-Policy",
      value: "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    },
    { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
    { key: "X-Frame-Options", value: "SAMEORIGIN" },
  ];
}
