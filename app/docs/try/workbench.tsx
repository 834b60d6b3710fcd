"use client";

import { useEffect, useRef, useState } from "react";

interface Reference {
  createApiReference(element: HTMLElement, configuration: object): { destroy(): void };
}

const SCRIPT = "/docs/reference.js";

/** Everything comes from this server: no fonts, telemetry or proxies of third parties, which the policy would block anyway. */
const CONFIGURATION = {
  url: "/api/v1/openapi.json",
  telemetry: false,
  withDefaultFonts: false,
  hideClientButton: true,
  showDeveloperTools: "never",
  agent: { disabled: true },
  mcp: { disabled: true },
  documentDownloadType: "direct",
  defaultOpenAllTags: false,
  authentication: { preferredSecurityScheme: "apiKey" },
  defaultHttpClient: { targetKey: "shell", clientKey: "curl" },
};

export function Workbench() {
  const place = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<"loading" | "shown" | "failed">("loading");

  useEffect(() => {
    let shown: { destroy(): void } | null = null;
    let gone = false;
    loadReference().then(
      (reference) => {
        if (gone || !place.current) return;
        const dark = matchMedia("(prefers-color-scheme: dark)").matches;
        shown = reference.createApiReference(place.current, { ...CONFIGURATION, darkMode: dark });
        setState("shown");
      },
      () => setState("failed"),
    );
    return () => {
      gone = true;
      shown?.destroy();
    };
  }, []);

  return (
    <main className="min-w-0 flex-1">
      <h1 className="sr-only">Try the API</h1>
      {state === "loading" && <p className="p-6 text-ink-muted">Loading the reference…</p>}
      {state === "failed" && (
        <p role="alert" className="max-w-[65ch] p-6">
          The workbench could not be loaded. Everything can also be read on the{" "}
          <a href="/docs" className="underline">
            reading page
          </a>
          .
        </p>
      )}
      <noscript>
        <p className="p-6">
          Trying calls needs JavaScript. Everything can also be read on the <a href="/docs">reading page</a>.
        </p>
      </noscript>
      <div ref={place} />
    </main>
  );
}

function loadReference(): Promise<Reference> {
  const known = (window as { Scalar?: Reference }).Scalar;
  if (known) return Promise.resolve(known);
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = SCRIPT;
    script.onload = () => {
      const { Scalar } = window as { Scalar?: Reference };
      if (Scalar) resolve(Scalar);
      else reject(new Error("the reference did not start"));
    };
    script.onerror = () => reject(new Error("the reference could not be loaded"));
    document.head.append(script);
  });
}
