/**
 * Hears of errors from the first script on, keeps the first few, and with the first asks for the script that tells the
 * server of them (lib/client/error-reporter.ts). Where errors are not reported there is no such script, and all that a
 * page has of it are these lines.
 */
export function errorWatchScript(script: string): string {
  return `try{(${watchErrors})(${JSON.stringify(script)})}catch(e){}`;
}

/** Runs as text in the page, so it uses nothing but the browser. */
export function watchErrors(script: string): void {
  const heard: unknown[] = [];
  const hear = (event: Event) => {
    if (heard.length > 4) return;
    if (heard.length === 0)
      document.head.appendChild(Object.assign(document.createElement("script"), { src: script }));
    heard.push(event);
  };
  addEventListener("error", hear);
  addEventListener("unhandledrejection", hear);
  Object.assign(self, { ovationErrors: heard });
}
