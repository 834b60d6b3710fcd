/**
 * The dashboards, one row of panels after the other; make.mjs writes the JSON that Grafana loads. A panel is a title, a
 * unit, and what it draws: each query under the words that name its lines, in which {{label}} is a label's value.
 */
const NODE = '{job="ovation",instance=~"$node"}';
/** Without the closing brace, for more labels. */
const OF_NODE = 'job="ovation",instance=~"$node"';
const per = (series, by = "", labels = "") =>
  `sum${by && ` by (${by})`} (rate(${series}{${OF_NODE}${labels && `,${labels}`}}[$__rate_interval]))`;
const quantile = (share, series, by = "") =>
  `histogram_quantile(${share}, ${per(`${series}_bucket`, by ? `le, ${by}` : "le")})`;
const percentiles = (series) => ({ p50: quantile(0.5, series), p99: quantile(0.99, series) });
const mean = (series, by) => `${per(`${series}_sum`, by)} / ${per(`${series}_count`, by)}`;
/** There are some forty calls of the stores: more lines than anybody can tell apart. */
const largest = (expression) => `topk(8, ${expression})`;
const sum = (series, by = "") => `sum${by && ` by (${by})`} (${series}${NODE})`;
const day = (series, labels = "") => `sum(increase(${series}{${OF_NODE}${labels && `,${labels}`}}[1d]))`;

export const DASHBOARDS = [
  {
    uid: "ovation-overview",
    title: "Ovation: overview",
    rows: [
      [
        ["Nodes that answer", "none", { nodes: "ovation:nodes:up" }, "stat"],
        ["Sessions", "none", { sessions: sum("quiz_sessions") }, "stat"],
        ["Players in them", "none", { players: sum("quiz_players") }, "stat"],
        ["Live sockets", "none", { sockets: sum("quiz_ws_connections") }, "stat"],
        ["Database degraded", "none", { degraded: `max(quiz_db_degraded${NODE})` }, "stat"],
        ["Redis degraded", "none", { degraded: `max(quiz_redis_degraded${NODE})` }, "stat"],
      ],
      [
        [
          "Share that missed its objective, 5 minutes",
          "percentunit",
          { "{{objective}}": "ovation:objective_errors:ratio_rate5m" },
        ],
        [
          "Share that missed its objective, 3 days",
          "percentunit",
          { "{{objective}}": "ovation:objective_errors:ratio_rate3d" },
        ],
      ],
      [
        ["Sessions by phase", "none", { "{{phase}}": sum("quiz_sessions", "phase") }],
        ["Sockets by role", "none", { "{{role}}": sum("quiz_ws_connections", "role") }],
        ["Answers a second", "ops", { "{{result}}": per("quiz_answers_total", "result") }],
      ],
      [
        ["Responses a second", "reqps", { "{{class}}": per("quiz_responses_total", "class") }],
        ["Event loop in use", "percentunit", { "{{instance}}": "ovation:event_loop:utilization" }],
        ["Joins a second", "ops", { "{{result}}": per("quiz_joins_total", "result") }],
      ],
    ],
  },
  {
    uid: "ovation-answers",
    title: "Ovation: answers",
    rows: [
      [
        ["Receipt to acknowledgment", "s", percentiles("quiz_answer_ack_seconds")],
        ["The same by door, p99", "s", { "{{door}}": quantile(0.99, "quiz_answer_ack_seconds", "door") }],
      ],
      [
        ["Answers a second by door", "ops", { "{{door}}": per("quiz_answers_total", "door") }],
        ["Outcomes a second", "ops", { "{{result}}": per("quiz_answers_total", "result") }],
      ],
      [
        ["Answers in a transaction", "none", { mean: mean("quiz_answer_batch_rows") }],
        ["Answers that wait", "none", { "{{instance}}": sum("quiz_answer_queue_depth", "instance") }],
        ["Lateness of a question", "s", percentiles("quiz_question_open_skew_seconds")],
        ["Close to the last own line", "s", percentiles("quiz_reveal_seconds")],
      ],
    ],
  },
  {
    uid: "ovation-fan-out",
    title: "Ovation: sockets and fan-out",
    rows: [
      [
        ["News to the board on the big screen", "s", percentiles("quiz_board_delay_seconds")],
        [
          "First to last write of a message",
          "s",
          { "{{type}}": quantile(0.99, "quiz_broadcast_seconds", "type") },
        ],
      ],
      [
        ["Frames sent a second", "ops", { "{{type}}": per("quiz_ws_frames_total", "type", 'dir="out"') }],
        ["Frames received a second", "ops", { "{{type}}": per("quiz_ws_frames_total", "type", 'dir="in"') }],
        ["Bytes a second", "Bps", { "{{dir}}": per("quiz_ws_bytes_total", "dir") }],
      ],
      [
        ["Greetings a second", "ops", { "{{result}}": per("quiz_hello_total", "result") }],
        ["Requests for sockets a second", "ops", { "{{result}}": per("quiz_ws_upgrades_total", "result") }],
        ["Closed sockets a second", "ops", { "{{code}}": per("quiz_ws_close_total", "code") }],
      ],
      [
        ["Round trips", "s", percentiles("quiz_ws_rtt_seconds")],
        ["Slow readers sent away a second", "ops", { closed: per("quiz_ws_slow_consumer_closes_total") }],
        ["Notices between nodes", "s", percentiles("quiz_broker_lag_seconds")],
      ],
    ],
  },
  {
    uid: "ovation-stores",
    title: "Ovation: Postgres and Redis",
    rows: [
      [
        [
          "Postgres: time of a call, p99",
          "s",
          { "{{op}}": largest(quantile(0.99, "quiz_db_seconds", "op")) },
        ],
        ["Postgres: calls a second", "ops", { "{{op}}": largest(per("quiz_db_seconds_count", "op")) }],
        [
          "Postgres: connections in use on average",
          "none",
          { "{{op}}": largest(per("quiz_db_seconds_sum", "op")) },
        ],
      ],
      [
        [
          "Postgres: pool",
          "none",
          {
            allowed: sum("quiz_db_pool_size"),
            "that stand": sum("quiz_db_connections"),
            "calls under way": sum("quiz_db_calls"),
          },
        ],
        ["Postgres refuses writes", "none", { "{{instance}}": sum("quiz_db_writes_refused", "instance") }],
        ["Sessions left past their instant, a day", "none", { sessions: day("quiz_sessions_overdue_total") }],
      ],
      [
        [
          "Redis: time of a command, p99",
          "s",
          { "{{family}}": quantile(0.99, "quiz_redis_seconds", "family") },
        ],
        ["Redis: commands a second", "ops", { "{{family}}": per("quiz_redis_seconds_count", "family") }],
        ["Redis degraded", "none", { "{{instance}}": sum("quiz_redis_degraded", "instance") }],
      ],
    ],
  },
  {
    uid: "ovation-runtime",
    title: "Ovation: processes",
    rows: [
      [
        ["Event loop in use", "percentunit", { "{{instance}}": "ovation:event_loop:utilization" }],
        ["Event loop late, p99", "s", { "{{instance}}": `nodejs_eventloop_lag_p99_seconds${NODE}` }],
        ["CPU", "percentunit", { "{{instance}}": per("process_cpu_seconds_total", "instance") }],
      ],
      [
        ["Memory of the process", "bytes", { "{{instance}}": `process_resident_memory_bytes${NODE}` }],
        ["Memory of its heap", "bytes", { "{{instance}}": `nodejs_heap_size_used_bytes${NODE}` }],
        ["Open files", "none", { "{{instance}}": `process_open_fds${NODE}` }],
      ],
      [
        [
          "Garbage collection, share of the time",
          "percentunit",
          { "{{kind}}": per("nodejs_gc_duration_seconds_sum", "kind") },
        ],
        ["Calls to the API, p99", "s", { "{{route}}": quantile(0.99, "quiz_http_seconds", "route") }],
        ["Calls to the API a second", "reqps", { "{{status}}": per("quiz_http_seconds_count", "status") }],
      ],
    ],
  },
  {
    uid: "ovation-business",
    title: "Ovation: what is played",
    rows: [
      [
        [
          "Sessions opened, a day",
          "none",
          { opened: day("quiz_session_steps_total", 'step="opened"') },
          "stat",
        ],
        [
          "Sessions started, a day",
          "none",
          { started: day("quiz_session_steps_total", 'step="started"') },
          "stat",
        ],
        ["Players who joined, a day", "none", { joined: day("quiz_joins_total", 'result="joined"') }, "stat"],
        ["Answers, a day", "none", { answers: day("quiz_answers_total", 'result="accepted"') }, "stat"],
      ],
      [
        ["Sessions by phase", "none", { "{{phase}}": sum("quiz_sessions", "phase") }],
        ["Players in sessions", "none", { players: sum("quiz_players") }],
      ],
      [
        [
          "Sessions, a day",
          "none",
          { "{{step}}": `sum by (step) (increase(quiz_session_steps_total${NODE}[1d]))` },
        ],
        [
          "Players and answers, a day",
          "none",
          {
            players: day("quiz_joins_total", 'result="joined"'),
            answers: day("quiz_answers_total", 'result="accepted"'),
          },
        ],
      ],
    ],
  },
];

const COLUMNS = 24;
const HEIGHT = { stat: 4, timeseries: 8 };

/** As Grafana reads it. */
export function dashboardJson({ uid, title, rows }) {
  let id = 0;
  let y = 0;
  const panels = rows.flatMap((row) => {
    const w = Math.floor(COLUMNS / row.length);
    const h = Math.max(...row.map(([, , , type = "timeseries"]) => HEIGHT[type]));
    const placed = row.map((panel, i) => panelJson(panel, ++id, { x: i * w, y, w, h }));
    y += h;
    return placed;
  });
  return {
    uid,
    title,
    tags: ["ovation"],
    timezone: "browser",
    editable: false,
    schemaVersion: 39,
    refresh: "10s",
    time: { from: "now-1h", to: "now" },
    links: [
      { type: "dashboards", tags: ["ovation"], title: "Ovation", asDropdown: true, includeVars: true },
      ONE_ROOM,
    ],
    templating: { list: [NODES] },
    panels,
  };
}

/** Metrics know no single session; its lines in the log do. For the same time, where the profile `logs` is up. */
const ONE_ROOM = {
  type: "link",
  icon: "doc",
  title: "One room: its log lines",
  tooltip: "Filter by session.id",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: Grafana fills these in
  url: "http://localhost:5601/app/dashboards#/view/ovation?_g=(time:(from:'${__from:date:iso}',to:'${__to:date:iso}'))",
  targetBlank: true,
};

/** The variable `$node`. */
const NODES = {
  name: "node",
  label: "Node",
  type: "query",
  datasource: { type: "prometheus", uid: "prometheus" },
  query: 'label_values(up{job="ovation"}, instance)',
  refresh: 2,
  multi: true,
  includeAll: true,
  allValue: ".*",
  current: { text: "All", value: "$__all" },
};

function panelJson([title, unit, queries, type = "timeseries"], id, gridPos) {
  const targets = Object.entries(queries).map(([legendFormat, expr], i) => ({
    refId: String.fromCharCode(65 + i),
    expr,
    legendFormat,
  }));
  return {
    id,
    type,
    title,
    gridPos,
    datasource: { type: "prometheus", uid: "prometheus" },
    fieldConfig: { defaults: { unit, min: 0 }, overrides: [] },
    targets,
  };
}
