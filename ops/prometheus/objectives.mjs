/**
 * The objectives of docs/OPERATIONS.md as Prometheus knows them; make.mjs writes objectives.yml from this. What a caller
 * did wrong (a taken name, an answer after the close) counts nowhere.
 */

/** Refusals that are the server's own fault (lib/kernel/refusal.ts, status 5xx). */
const OURS = "overloaded|unavailable|draining|internal";
const rate = (series, window) => `sum(rate(${series}[${window}]))`;
const orNone = (expression) => `(${expression} or vector(0))`;

/**
 * `target` is the share that has to be good. `alert` names its alerts: with `Fast` where the budget of 30 days is gone within
 * some days at this rate, with `Slow` where it is gone before they are over.
 */
export const OBJECTIVES = [
  {
    name: "ack",
    target: 0.99,
    alert: "AnswersAcknowledgedLate",
    runbook: "Answers are acknowledged late",
    good: (w) => rate('quiz_answer_ack_seconds_bucket{le="0.25"}', w),
    total: (w) =>
      `(${rate("quiz_answer_ack_seconds_count", w)} + ${orNone(rate(`quiz_answers_total{result=~"${OURS}"}`, w))})`,
  },
  {
    name: "opening",
    target: 0.99,
    alert: "QuestionsOpenLate",
    runbook: "Questions open late",
    good: (w) => rate('quiz_question_open_skew_seconds_bucket{le="0.25"}', w),
    total: (w) => rate("quiz_question_open_skew_seconds_count", w),
  },
  {
    name: "board",
    target: 0.99,
    alert: "BoardsShownLate",
    runbook: "Boards are shown late",
    // Prometheus 3 writes the bound of a whole number with a point.
    good: (w) => rate('quiz_board_delay_seconds_bucket{le=~"1|1.0"}', w),
    total: (w) => rate("quiz_board_delay_seconds_count", w),
  },
  {
    name: "resume",
    target: 0.995,
    alert: "SocketsRefused",
    runbook: "Live sockets are refused",
    good: (w) => rate('quiz_hello_total{result=~"fresh|resumed"}', w),
    total: (w) => rate(`quiz_hello_total{result=~"fresh|resumed|${OURS}"}`, w),
  },
  {
    name: "join",
    target: 0.999,
    alert: "JoinsFail",
    runbook: "Players cannot join",
    good: (w) => rate('quiz_joins_total{result="joined"}', w),
    total: (w) => rate(`quiz_joins_total{result=~"joined|${OURS}"}`, w),
  },
  {
    name: "availability",
    target: 0.999,
    alert: "RequestsFail",
    runbook: "Pages and calls fail",
    good: (w) => rate('quiz_responses_total{class!="5xx"}', w),
    total: (w) => rate("quiz_responses_total", w),
  },
];

/** Burn rates as the SRE workbook has them ("Alerting on SLOs", table 5-8): for each alert, pairs of windows. */
const FAST = [
  { factor: 14.4, long: "1h", short: "5m" },
  { factor: 6, long: "6h", short: "30m" },
];
const SLOW = [
  { factor: 3, long: "1d", short: "2h" },
  { factor: 1, long: "3d", short: "6h" },
];
const WINDOWS = ["5m", "30m", "1h", "2h", "6h", "1d", "3d"];
/** One late question of three is no emergency: so many events there have to be in the long window. */
const EVENTS_LEAST = 20;

/** The text of objectives.yml. */
export function objectivesYaml() {
  const recorded = OBJECTIVES.flatMap((objective) => WINDOWS.flatMap((w) => recordings(objective, w)));
  const alerts = OBJECTIVES.flatMap((objective) => [
    alert(objective, "Fast", "page", FAST),
    alert(objective, "Slow", "ticket", SLOW),
  ]);
  return [
    "# Made by `node ops/make.mjs` from objectives.mjs; not edited by hand.",
    "groups:",
    "  # One group: its rules are evaluated in turn, and the alerts read what was recorded just before.",
    "  - name: objectives",
    "    rules:",
    ...recorded,
    ...alerts,
    "",
  ].join("\n");
}

function recordings({ name, good, total }, w) {
  const rule = (record, expr) => [
    `      - record: ovation:objective_${record}${w}`,
    `        labels: { objective: ${name} }`,
    `        expr: ${quoted(expr)}`,
  ];
  return [
    ...rule("errors:ratio_rate", `1 - ${good(w)} / ${total(w)}`),
    ...(FAST.concat(SLOW).some(({ long }) => long === w) ? rule("events:rate", total(w)) : []),
  ];
}

function alert({ name, target, alert: title, runbook }, speed, severity, windows) {
  const budget = Number((1 - target).toFixed(6));
  const burns = windows.map(({ factor, long, short }) => {
    const above = `> ${Number((factor * budget).toFixed(6))}`;
    const of = `{objective="${name}"}`;
    return [
      `(ovation:objective_errors:ratio_rate${long}${of} ${above}`,
      `and ovation:objective_errors:ratio_rate${short}${of} ${above}`,
      `and ovation:objective_events:rate${long}${of} * ${SECONDS[long]} > ${EVENTS_LEAST})`,
    ].join(" ");
  });
  return [
    `      - alert: ${title}${speed}`,
    `        expr: ${quoted(burns.join(" or "))}`,
    `        labels: { severity: ${severity} }`,
    "        annotations:",
    `          summary: ${JSON.stringify(`${runbook}: {{ $value | humanizePercentage }} of the last hours, ${budget * 100} % are allowed.`)}`,
    `          runbook: ${JSON.stringify(runbook)}`,
  ].join("\n");
}

const SECONDS = { "1h": 3_600, "6h": 21_600, "1d": 86_400, "3d": 259_200 };

/** As the formatter writes a text in YAML: with the quotes that need no escapes. */
function quoted(text) {
  return text.includes('"') ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}
