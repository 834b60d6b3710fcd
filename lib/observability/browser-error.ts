import { createStackParser, type StackFrame, type StackLineParserFn } from "@sentry/core";

export interface BrowserError {
  type: string;
  message: string;
  stack: string;
  route: string;
  /** Of scripts, by their path; builds with source maps have them. */
  debugIds: Readonly<Record<string, string>>;
}

/** `at name (address:1:2)`, as Chromium writes it. */
const CHROMIUM = /^\s*at (?:async )?(?:(.+?) \()?(\S+?):(\d+):(\d+)\)?$/;
/** `name@address:1:2`, as Firefox and Safari do. */
const OTHERS = /^\s*(?:(.*?)@)?(\S+?):(\d+):(\d+)$/;

const parse = createStackParser([0, lineOf(CHROMIUM)], [1, lineOf(OTHERS)]);

/** The frames of a browser's stack, the innermost last, as Sentry has them. */
export function browserFrames(stack: string): StackFrame[] {
  return parse(stack);
}

function lineOf(pattern: RegExp): StackLineParserFn {
  return (line) => {
    const [, name, filename, row, column] = pattern.exec(line) ?? [];
    if (!filename) return undefined;
    return {
      filename: pathOf(filename),
      function: name || "?",
      lineno: Number(row),
      colno: Number(column),
      in_app: true,
    };
  };
}

/** Without the host, by which Sentry would group the same error anew for every server. */
export function pathOf(address: string): string {
  return URL.canParse(address) ? `app://${new URL(address).pathname}` : address;
}
