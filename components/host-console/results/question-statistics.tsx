import { ChevronDown, Flag } from "lucide-react";
import type { QuestionStatistics } from "#lib/session/reports/statistics.ts";
import { percent, seconds } from "./summary.ts";

const head = "py-1.5 ps-3 text-end font-medium text-ink-muted first:ps-0 first:text-start";
const cell = "py-1.5 ps-3 text-end align-top first:ps-0 first:text-start";

/** How well a question worked: what is odd about it, and behind a press the figures. */
export function QuestionStatisticsPart({ statistics }: { statistics: QuestionStatistics }) {
  const { facility, discrimination, options, flags } = statistics;
  if (facility === null && options.length === 0) return null;
  return (
    <div className="grid gap-3">
      {flags.length > 0 && (
        <ul className="grid gap-1.5">
          {flags.map(({ code, reason }) => (
            <li key={code} className="flex gap-2 text-pretty">
              <Flag aria-hidden="true" className="mt-1 size-4 shrink-0 text-warning-ink" />
              <span>{reason}</span>
            </li>
          ))}
        </ul>
      )}
      <details className="group">
        <summary className="flex min-h-11 cursor-pointer list-none items-center gap-1.5 font-medium text-ink-muted hover:text-ink">
          <ChevronDown
            aria-hidden="true"
            className="size-5 transition-transform group-open:rotate-180 motion-reduce:transition-none"
          />
          How this question worked
        </summary>
        <div className="numerals grid gap-3 pt-1">
          <dl className="flex flex-wrap gap-x-6 gap-y-1">
            {facility !== null && (
              <Figure name="Right on average" explained="Partly right answers count in part.">
                {percent(facility)}
              </Figure>
            )}
            {discrimination !== null && (
              <Figure
                name="Tells players apart"
                explained="From −1 to 1: how much better players who do well on the other questions do on this one."
              >
                {discrimination.toFixed(2).replace("-", "−")}
              </Figure>
            )}
          </dl>
          {options.length > 0 && (
            <div className="overflow-x-auto">
              <table className="w-full border-collapse text-sm">
                <caption className="sr-only">Options, and who chose them</caption>
                <thead>
                  <tr>
                    <th scope="col" className={head}>
                      Option
                    </th>
                    <th scope="col" className={head}>
                      Chosen
                    </th>
                    <th scope="col" className={head}>
                      Mean score
                    </th>
                    <th scope="col" className={head}>
                      Median time
                    </th>
                  </tr>
                </thead>
                <tbody className="divide-y divide-line/60">
                  {options.map(({ text, right, share, meanScoreOfChoosers, medianMs }, option) => (
                    <tr key={option}>
                      <th scope="row" className={`${cell} break-words font-normal`}>
                        <bdi>{text}</bdi>
                        {right && <span className="font-semibold text-success-ink"> (right)</span>}
                      </th>
                      <td className={cell}>{percent(share)}</td>
                      <td className={cell}>
                        {meanScoreOfChoosers === null
                          ? "–"
                          : Math.round(meanScoreOfChoosers).toLocaleString("en")}
                      </td>
                      <td className={cell}>{medianMs === null ? "–" : seconds(medianMs)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </div>
      </details>
    </div>
  );
}

function Figure({ name, explained, children }: { name: string; explained: string; children: string }) {
  return (
    <div title={explained} className="flex gap-1.5">
      <dt className="text-ink-muted">{name}</dt>
      <dd className="font-semibold">{children}</dd>
    </div>
  );
}
