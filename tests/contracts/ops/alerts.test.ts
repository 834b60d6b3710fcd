/** The rules that ship, by the real promtool: when each alert fires, when none does, and that each leads to its runbook. */
import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { removeFolder, temporaryFolder } from "#tests/support/folders.ts";
import { prometheusBinaries } from "#tests/support/programs/parts.ts";
import { madeFiles } from "../../../ops/make.mjs";
import { OBJECTIVES } from "../../../ops/prometheus/objectives.mjs";

const execute = promisify(execFile);
const ROOT = join(import.meta.dirname, "../../..");
const RULES = ["objectives.yml", "alerts.yml"].map((name) => join(ROOT, "ops/prometheus", name));
const OPERATIONS = readFileSync(join(ROOT, "docs/OPERATIONS.md"), "utf8");

interface Case {
  alert: string;
  /** What Prometheus has read, once a minute, in promtool's notation ("start+step x times"). */
  series: Record<string, string>;
  atMinute: number;
  fires: boolean;
}

const of = (instance: string) => `job="ovation",instance="${instance}"`;
/** A counter that grows by so much a minute, as long as the case goes on. */
const growing = (by: number) => `0+${by}x…`;
const still = (value: number, minutes = 60) => `${value}x${minutes}`;
const HOUR = 60;

const CASES: Case[] = [
  // Each objective: a fifth of all missed for an hour is fast, a part of the budget a little above for days is slow.
  ...[
    ["AnswersAcknowledgedLate", 'quiz_answer_ack_seconds_bucket{le="0.25"}', "quiz_answer_ack_seconds_count"],
    [
      "QuestionsOpenLate",
      'quiz_question_open_skew_seconds_bucket{le="0.25"}',
      "quiz_question_open_skew_seconds_count",
    ],
    ["BoardsShownLate", 'quiz_board_delay_seconds_bucket{le="1"}', "quiz_board_delay_seconds_count"],
    ["BoardsShownLate", 'quiz_board_delay_seconds_bucket{le="1.0"}', "quiz_board_delay_seconds_count"],
  ].flatMap(([alert, good = "", all = ""]) => {
    return [
      {
        alert: `${alert}Fast`,
        series: { [good]: growing(80), [all]: growing(100) },
        atMinute: HOUR,
        fires: true,
      },
      {
        alert: `${alert}Fast`,
        series: { [good]: growing(99.5), [all]: growing(100) },
        atMinute: HOUR,
        fires: false,
      },
      {
        alert: `${alert}Fast`,
        series: { [good]: growing(0), [all]: growing(0.1) },
        atMinute: HOUR,
        fires: false,
      },
      {
        alert: `${alert}Slow`,
        series: { [good]: growing(98), [all]: growing(100) },
        atMinute: 72 * HOUR,
        fires: true,
      },
      {
        alert: `${alert}Fast`,
        series: { [good]: growing(98), [all]: growing(100) },
        atMinute: 72 * HOUR,
        fires: false,
      },
      {
        alert: `${alert}Slow`,
        series: { [good]: growing(99.5), [all]: growing(100) },
        atMinute: 72 * HOUR,
        fires: false,
      },
    ];
  }),
  ...[
    ["SocketsRefused", "quiz_hello_total", "result", "resumed", "overloaded", "unknown_pin"],
    ["JoinsFail", "quiz_joins_total", "result", "joined", "unavailable", "name_taken"],
    ["RequestsFail", "quiz_responses_total", "class", "2xx", "5xx", "4xx"],
  ].flatMap(([alert, series, label, good, bad, callers]) => {
    const named = (value = "", by = 0) => ({ [`${series}{${label}="${value}"}`]: growing(by) });
    return [
      {
        alert: `${alert}Fast`,
        series: { ...named(good, 80), ...named(bad, 20) },
        atMinute: HOUR,
        fires: true,
      },
      // What callers did wrong is nobody's outage, however much of it there is.
      {
        alert: `${alert}Fast`,
        series: { ...named(good, 80), ...named(bad, 0), ...named(callers, 200) },
        atMinute: HOUR,
        fires: false,
      },
      {
        alert: `${alert}Slow`,
        series: { ...named(good, 99), ...named(bad, 1) },
        atMinute: 72 * HOUR,
        fires: true,
      },
    ];
  }),
  {
    alert: "AnswersAcknowledgedLateFast",
    series: {
      'quiz_answer_ack_seconds_bucket{le="0.25"}': growing(80),
      quiz_answer_ack_seconds_count: growing(80),
      'quiz_answers_total{result="unavailable"}': growing(20),
    },
    atMinute: HOUR,
    fires: true,
  },

  { alert: "NoNodeAnswers", series: { [`up{${of("a")}}`]: "1x9 0x20" }, atMinute: 15, fires: true },
  { alert: "NoNodeAnswers", series: {}, atMinute: 15, fires: true },
  {
    alert: "NoNodeAnswers",
    series: { [`up{${of("a")}}`]: still(1), [`up{${of("b")}}`]: still(0) },
    atMinute: 15,
    fires: false,
  },
  {
    alert: "NodeGone",
    series: { [`up{${of("a")}}`]: still(1), [`up{${of("b")}}`]: "1x20 _x40" },
    atMinute: 35,
    fires: true,
  },
  {
    alert: "NodeGone",
    series: { [`up{${of("a")}}`]: still(1), [`up{${of("b")}}`]: "_x20 1x40" },
    atMinute: 35,
    fires: false,
  },
  {
    alert: "NodeRestarts",
    series: { [`process_start_time_seconds{${of("a")}}`]: "1 2 2 3 3 4 4 4 4" },
    atMinute: 7,
    fires: true,
  },
  {
    alert: "NodeRestarts",
    series: { [`process_start_time_seconds{${of("a")}}`]: "1 1 1 1 2 2 2 2" },
    atMinute: 7,
    fires: false,
  },
  { alert: "PostgresDoesNotAnswer", series: { quiz_db_degraded: "0x5 1x10" }, atMinute: 8, fires: true },
  { alert: "PostgresDoesNotAnswer", series: { quiz_db_degraded: still(0) }, atMinute: 8, fires: false },
  {
    alert: "PostgresRefusesWrites",
    series: { quiz_db_writes_refused: "0x5 1x10" },
    atMinute: 8,
    fires: true,
  },
  {
    alert: "PostgresCallsFail",
    series: { 'quiz_db_errors_total{op="answers.commit"}': growing(60) },
    atMinute: 20,
    fires: true,
  },
  {
    alert: "PostgresCallsFail",
    series: { 'quiz_db_errors_total{op="answers.commit"}': growing(6) },
    atMinute: 20,
    fires: false,
  },
  {
    alert: "PostgresPoolFull",
    series: { 'quiz_db_calls{instance="a"}': still(40), 'quiz_db_pool_size{instance="a"}': still(8) },
    atMinute: 20,
    fires: true,
  },
  { alert: "RedisDegraded", series: { quiz_redis_degraded: "0x5 1x10" }, atMinute: 9, fires: true },
  { alert: "RedisDegraded", series: { quiz_redis_degraded: "0x5 1 0x10" }, atMinute: 9, fires: false },
  {
    alert: "NoticesLate",
    series: {
      'quiz_broker_lag_seconds_bucket{le="0.25"}': growing(0),
      'quiz_broker_lag_seconds_bucket{le="0.5"}': growing(60),
      'quiz_broker_lag_seconds_bucket{le="+Inf"}': growing(60),
    },
    atMinute: 20,
    fires: true,
  },
  {
    alert: "DiskAlmostFull",
    series: {
      'quiz_disk_bytes{space="free",instance="a"}': still(9),
      'quiz_disk_bytes{space="size",instance="a"}': still(100),
    },
    atMinute: 20,
    fires: true,
  },
  {
    alert: "DiskAlmostFull",
    series: {
      'quiz_disk_bytes{space="free",instance="a"}': still(20),
      'quiz_disk_bytes{space="size",instance="a"}': still(100),
    },
    atMinute: 20,
    fires: false,
  },
  {
    alert: "EventLoopHeld",
    series: { [`nodejs_eventloop_lag_p99_seconds{${of("a")}}`]: "0.01x5 0.2x10" },
    atMinute: 10,
    fires: true,
  },
  {
    alert: "EventLoopHeld",
    series: { [`nodejs_eventloop_lag_p99_seconds{${of("a")}}`]: "0.01x5 0.2 0.01x9" },
    atMinute: 10,
    fires: false,
  },
  {
    alert: "AnswersQueue",
    series: { 'quiz_answer_queue_depth{instance="a"}': still(6_000) },
    atMinute: 10,
    fires: true,
  },
  {
    alert: "FileDescriptorsAlmostUsed",
    series: { [`process_open_fds{${of("a")}}`]: still(900), [`process_max_fds{${of("a")}}`]: still(1_000) },
    atMinute: 10,
    fires: true,
  },
  {
    alert: "LogLinesDropped",
    series: { quiz_log_lines_dropped_total: "0x5 7x10" },
    atMinute: 9,
    fires: true,
  },
  { alert: "LogLinesDropped", series: { quiz_log_lines_dropped_total: still(7) }, atMinute: 9, fires: false },
  {
    alert: "SlowReadersSentAway",
    series: { quiz_ws_slow_consumer_closes_total: growing(120) },
    atMinute: 20,
    fires: true,
  },
];

/** Of the files as they ship: the names of the alerts, each with its heading. */
const ALERTS = RULES.flatMap((file) =>
  readFileSync(file, "utf8")
    .split(/^ {6}- alert: /m)
    .slice(1)
    .map((text) => ({
      name: text.split("\n", 1)[0] ?? "",
      runbook: /^ {10}runbook: "?(.*?)"?$/m.exec(text)?.[1],
    })),
);

/** promtool evaluates all rules for each of its tests, so cases that read nothing of each other's are one. */
function together(cases: readonly Case[]): Case[][] {
  const groups: { cases: Case[]; metrics: Set<string> }[] = [];
  for (const each of cases) {
    const metrics = Object.keys(each.series).map((name) => name.replace(/\{.*/, ""));
    // What is not there says something, too.
    const alone = metrics.length === 0;
    const group = groups.find(
      (other) => !alone && other.metrics.size > 0 && metrics.every((metric) => !other.metrics.has(metric)),
    );
    if (group) {
      group.cases.push(each);
      for (const metric of metrics) group.metrics.add(metric);
    } else groups.push({ cases: [each], metrics: new Set(metrics) });
  }
  return groups.map((group) => group.cases);
}

/** Looks by the minute where an hour is told, by the hour where days are. */
async function verdictOn(cases: readonly Case[], every: string): Promise<string> {
  const tests = together(cases).map((group) => ({
    name: group.map(({ alert, fires }) => `${alert} ${fires ? "fires" : "is silent"}`).join(", "),
    interval: "1m",
    input_series: group.flatMap(({ series, atMinute }) =>
      Object.entries(series).map(([name, values]) => ({
        series: name,
        values: values.replace("…", String(atMinute + 10)),
      })),
    ),
    promql_expr_test: group.map(({ alert, atMinute, fires }) => ({
      expr: `count(ALERTS{alertname="${alert}",alertstate="firing"})`,
      eval_time: `${atMinute}m`,
      exp_samples: fires ? [{ labels: "{}", value: 1 }] : [],
    })),
  }));
  const folder = temporaryFolder("alerts");
  try {
    const file = join(folder, "alerts.json");
    writeFileSync(file, JSON.stringify({ rule_files: RULES, evaluation_interval: every, tests }));
    const run = await execute(prometheusBinaries().promtool, ["test", "rules", file]).catch((error) => error);
    return `${run.stdout}${run.stderr}`;
  } finally {
    await removeFolder(folder);
  }
}

test("[OPS7] every alert fires when it should, and not when it should not", async () => {
  const long = CASES.filter(({ atMinute }) => atMinute > HOUR);
  expect(await verdictOn(long, "1h")).toContain("SUCCESS");
  expect(
    await verdictOn(
      CASES.filter((each) => !long.includes(each)),
      "1m",
    ),
  ).toContain("SUCCESS");
  const shown = new Set(CASES.filter(({ fires }) => fires).map(({ alert }) => alert));
  expect(ALERTS.map(({ name }) => name).filter((name) => !shown.has(name))).toEqual([]);
});

test("[OPS7] every alert names a heading of the operators' page that is there", () => {
  const headings = [...OPERATIONS.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading);
  expect(ALERTS.length).toBeGreaterThan(20);
  for (const { name, runbook } of ALERTS) expect(headings, name).toContain(runbook);
  // And the table of alerts has each of them, with the same entry.
  const rows = [
    ...OPERATIONS.matchAll(/^\| ([A-Z]\w+(?:, [A-Z]\w+)*) \| (?:page|ticket).*\[([^\]]+)\]\(#[\w-]+\) \|$/gm),
  ];
  const listed = rows.flatMap(([, names = "", entry]) =>
    names.split(", ").map((name) => `${name}: ${entry}`),
  );
  expect(listed.sort()).toEqual(ALERTS.map(({ name, runbook }) => `${name}: ${runbook}`).sort());
});

test("[OPS7] the objectives of the operators' page are those of the rules", () => {
  for (const { name, target } of OBJECTIVES)
    expect(OPERATIONS).toMatch(
      new RegExp(`^\\| ${name} \\| ${(target * 100).toString().replace(".", "\\.")} % of `, "m"),
    );
});

test("[OPS7] what is made from a description is as it would be made now", () => {
  for (const [path, text] of madeFiles())
    expect(readFileSync(join(ROOT, "ops", path), "utf8"), path).toBe(text);
});

test("[OPS7] the configuration of Prometheus is one", async () => {
  const file = join(ROOT, "ops/prometheus/prometheus.yml");
  const { stdout } = await execute(prometheusBinaries().promtool, ["check", "config", file]);
  expect(stdout).toContain("is valid prometheus config file syntax");
});
