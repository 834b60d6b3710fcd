import type { Fleet } from "../generator/fleet.ts";

/** One line that tells how it goes: rewritten in place on a terminal, written now and then elsewhere. */
export interface ProgressLine {
  doing(step: string): void;
  /** A line of its own, that stays. */
  tell(line: string): void;
  stop(): void;
}

const TERMINAL_EVERY_MS = 250;
const LOG_EVERY_MS = 5_000;

export function startProgressLine(title: string, fleet: Fleet): ProgressLine {
  const terminal = process.stdout.isTTY;
  let step = "starting";
  const show = () => {
    const text = `${title} · ${step} · ${counts(fleet)}`;
    if (terminal) process.stdout.write(`\r\u001b[K${text.slice(0, process.stdout.columns - 1)}`);
    else console.log(text);
  };
  const timer = setInterval(show, terminal ? TERMINAL_EVERY_MS : LOG_EVERY_MS);
  return {
    doing(next) {
      step = next;
      if (terminal) show();
    },
    tell(line) {
      if (terminal) process.stdout.write("\r\u001b[K");
      console.log(`  ${line}`);
    },
    stop() {
      clearInterval(timer);
      if (terminal) process.stdout.write("\r\u001b[K");
    },
  };
}

function counts(fleet: Fleet): string {
  const { players, joined, live, sent, acked, refused, boardsComplete, disconnects } = fleet.progress();
  return [
    `${joined} joined`,
    `${live}/${players} connected`,
    `${acked}/${sent} answers saved`,
    `${boardsComplete} boards complete`,
    ...(refused > 0 ? [`${refused} refused`] : []),
    ...(disconnects > 0 ? [`${disconnects} disconnects`] : []),
  ].join(" · ");
}
