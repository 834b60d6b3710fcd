/** What no honest client sends, as bytes on a socket: one line of the table is one request. */

export interface OddRequest {
  name: string;
  bytes: string | Buffer;
  /** The statuses that are right; any 4xx where nothing is said. */
  expected?: readonly number[];
  /** Refused by Node's own parser, or by Next as the page for what is not there: no problem details. */
  plain?: true;
}

/** What of a running server the requests need to get as far as they can. */
export interface Known {
  /** Ids of server actions, by name. */
  actions: Readonly<Record<string, string>>;
  apiKey: string;
  hostCookie: string;
  playerToken: string;
  pin: string;
  sessionId: string;
}

export function oddRequests(known: Known): OddRequest[] {
  return [...targets(known), ...headers(), ...ids(known), ...bodies(known), ...actions(known), ...screens()];
}

/** Request lines and paths. */
function targets({ apiKey }: Known): OddRequest[] {
  const key = { authorization: `Bearer ${apiKey}` };
  return [
    { name: "OPTIONS *", bytes: request("OPTIONS", "*") },
    { name: "GET *", bytes: request("GET", "*") },
    { name: "a target without a slash", bytes: request("GET", "join"), plain: true },
    {
      name: "an authority as target",
      bytes: "GET evil.example:80 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
      plain: true,
    },
    ...["/%ff", "/%", "/%zz", "/%e0%a4%a", "/join%ff?pin=1", "/a/%C0%AF/b", "/host/quizzes/%ff"].map(
      (target) => ({
        name: `broken escapes: ${target}`,
        bytes: request("GET", target),
      }),
    ),
    ...[
      "/%00",
      "/join%00",
      "/host/quizzes/a%00b",
      "/api/v1/%00",
      "/_next/static/%00",
      "/a%0d%0ab",
      "/%7f",
    ].map((target) => ({ name: `control characters: ${target}`, bytes: request("GET", target) })),
    { name: "_next/image without parameters", bytes: request("GET", "/_next/image"), plain: true },
    {
      name: "_next/image of another site",
      bytes: request("GET", "/_next/image?url=http%3A%2F%2F127.0.0.1%2F&w=64&q=75"),
      plain: true,
    },
    { name: "_next/data", bytes: request("GET", "/_next/data/x/index.json"), plain: true },
    // Turned and doubled slashes lead where the plain path does [SEC21].
    may([200], { name: "backslashes", bytes: request("GET", "/\\evil.example/..\\..") }),
    {
      name: "a script that is not there",
      bytes: request("GET", "/_next/static/chunks/none.js"),
      plain: true,
    },
    { name: "dots that climb", bytes: request("GET", "/_next/static/../../package.json"), plain: true },
    {
      name: "escaped dots that climb",
      bytes: request("GET", "/_next/static/%2e%2e/%2e%2e/package.json"),
      plain: true,
    },
    { name: "a page that is not there", bytes: request("GET", "/no/such/page"), plain: true },
    { name: "a file of an installer", bytes: request("GET", "/wp-login.php"), plain: true },
    { name: "broken escapes in a call", bytes: request("GET", "/api/v1/sessions/%ff", { headers: key }) },
    { name: "a long path", bytes: request("GET", `/${"a/".repeat(4_000)}`), expected: [308] },
    { name: "an unknown method", bytes: request("BREW", "/"), plain: true },
    ...["TRACE", "PROPFIND", "PURGE", "LOCK", "LINK"].map((method) => ({
      name: `${method} of a page`,
      bytes: request(method, "/join"),
    })),
    { name: "an upgrade to nothing", bytes: upgrade("/nowhere", "websocket"), plain: true },
    { name: "an upgrade without a key", bytes: upgrade("/ws", "websocket"), plain: true },
    { name: "an upgrade to another protocol", bytes: upgrade("/ws", "h2c"), plain: true },
    {
      name: "an upgrade from another site",
      bytes: upgrade("/ws", "websocket", { origin: "https://evil.example" }),
      plain: true,
    },
    { name: "an upgrade from nowhere", bytes: upgrade("/ws", "websocket", { origin: "%%" }), plain: true },
    {
      name: "CONNECT",
      bytes: "CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n\r\n",
      plain: true,
    },
    { name: "DELETE of a page", bytes: request("DELETE", "/join") },
    {
      name: "PUT of a call that takes none",
      bytes: request("PUT", "/api/v1/quizzes", { headers: key }),
      plain: true,
    },
  ];
}

/** The head of a request. */
function headers(): OddRequest[] {
  const line = "GET /join HTTP/1.1\r\n";
  return [
    { name: "no request line", bytes: "hello\r\n\r\n", plain: true },
    { name: "half a request line", bytes: "GET /\r\n\r\n", plain: true },
    { name: "HTTP/9.9", bytes: "GET / HTTP/9.9\r\nHost: a\r\n\r\n", plain: true },
    { name: "bytes of TLS", bytes: Buffer.from("16030100c8010000c403030102030405", "hex"), plain: true },
    { name: "no Host", bytes: `${line}Connection: close\r\n\r\n`, plain: true },
    { name: "two Hosts", bytes: `${line}Host: a.example\r\nHost: b.example\r\nConnection: close\r\n\r\n` },
    { name: "an empty Host", bytes: `${line}Host:\r\nConnection: close\r\n\r\n`, expected: [200] },
    { name: "a Host with a path", bytes: `${line}Host: a/b\r\nConnection: close\r\n\r\n` },
    { name: "a Host that is no address", bytes: `${line}Host: [::1\r\nConnection: close\r\n\r\n` },
    { name: "a Host with a user", bytes: `${line}Host: user@evil.example\r\nConnection: close\r\n\r\n` },
    { name: "huge headers", bytes: `${line}Host: a\r\nX: ${"x".repeat(70_000)}\r\n\r\n`, plain: true },
    { name: "very many headers", bytes: `${line}Host: a\r\n${"A: b\r\n".repeat(20_000)}\r\n`, plain: true },
    { name: "NUL in a header", bytes: `${line}Host: a\r\nX: a\0b\r\n\r\n`, plain: true },
    { name: "a header without a name", bytes: `${line}Host: a\r\n: b\r\n\r\n`, plain: true },
    {
      name: "a folded header",
      bytes: `${line}Host: a\r\nX: a\r\n b\r\nConnection: close\r\n\r\n`,
      plain: true,
    },
    {
      name: "two lengths",
      bytes:
        "POST /api/v1/pins/123456/players HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
      plain: true,
    },
    {
      name: "a length and chunks",
      bytes:
        "POST /join HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
      plain: true,
    },
    {
      name: "chunks that are none",
      bytes: "POST /join HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n",
      plain: true,
    },
    {
      name: "an expectation",
      bytes: request("GET", "/join", { headers: { expect: "the-unexpected" } }),
      plain: true,
    },
  ];
}

/** Ids that no store may see, wherever one is asked for. */
function ids({ apiKey, pin, hostCookie }: Known): OddRequest[] {
  const key = { authorization: `Bearer ${apiKey}` };
  const bad = ["a%00b", "%ED%A0%80", "..%2f..%2fetc", "a%20b", "%F0%9F%92%A9", "x".repeat(300), "__proto__"];
  const paths = (id: string): readonly [string, string][] => [
    ["GET", `/quizzes/${id}`],
    ["DELETE", `/quizzes/${id}`],
    ["GET", `/sessions/${id}`],
    ["GET", `/sessions/${id}/players`],
    ["GET", `/sessions/${id}/results`],
    ["GET", `/sessions/${id}/results/answers`],
    ["GET", `/sessions/${id}/race`],
    ["GET", `/media/${id}`],
    ["GET", `/pins/${id}`],
    ["GET", `/pins/${id}/me`],
    ["GET", `/pins/${id}/leaderboard`],
  ];
  return [
    ...bad.flatMap((id) =>
      paths(id).map(([method, path]) => ({
        name: `${method} ${path.slice(0, 60)}`,
        bytes: request(method, `/api/v1${path}`, { headers: key }),
      })),
    ),
    ...bad.map((id) => ({
      name: `a command to session ${id.slice(0, 20)}`,
      bytes: json("POST", `/api/v1/sessions/${id}/commands`, { command: "next" }, key),
    })),
    ...bad.map((id) => ({
      name: `a quiz put at ${id.slice(0, 20)}`,
      bytes: json("PUT", `/api/v1/quizzes/${id}`, QUIZ, key),
    })),
    ...bad.flatMap((id) =>
      ["/host/quizzes/", "/host/sessions/"].map((path) => ({
        name: `the page ${path}${id.slice(0, 20)}`,
        bytes: request("GET", `${path}${id}`, { headers: { cookie: hostCookie } }),
        plain: true as const,
      })),
    ),
    {
      name: "a player's cookie with NUL",
      bytes: request("GET", `/api/v1/pins/${pin}/me`, {
        headers: { cookie: "ovation_player_x=pl.a%00.b.c" },
      }),
    },
    {
      name: "a token with NUL",
      bytes: request("GET", `/api/v1/pins/${pin}/me`, { headers: { authorization: "Bearer pl.%00.b.c" } }),
    },
  ];
}

/** Bodies of calls. */
function bodies({ apiKey, pin, playerToken, sessionId }: Known): OddRequest[] {
  const key = { authorization: `Bearer ${apiKey}` };
  const raw = (name: string, path: string, body: string | Buffer, type = "application/json") => ({
    name,
    bytes: request("POST", `/api/v1${path}`, { headers: { ...key, "content-type": type }, body }),
  });
  const join = `/pins/${pin}/players`;
  return [
    raw("half a surrogate pair as name", join, '{"name":"\\ud800"}'),
    raw("NUL as name", join, '{"name":"\\u0000"}'),
    // Of a key a hash is kept, so that any will do.
    may([201], raw("NUL in a join key", join, JSON.stringify({ name: "Nul", joinKey: "\0".repeat(20) }))),
    may([201], raw("half a pair in a join key", join, `{"name":"Half","joinKey":"${"\\udfff".repeat(16)}"}`)),
    raw("__proto__ as field", join, '{"name":"Ada","__proto__":{"admin":true}}'),
    raw("constructor as field", join, '{"name":"Ada","constructor":{"prototype":{}}}'),
    raw("a list for an object", join, "[null]"),
    raw("null", join, "null"),
    raw("ten thousand levels", join, `{"name":${"[".repeat(10_000)}${"]".repeat(10_000)}}`),
    raw("bytes that are no text", join, Buffer.from([0x7b, 0xff, 0xfe, 0x7d])),
    raw("an empty body", join, ""),
    raw("a form", join, "name=Ada", "application/x-www-form-urlencoded"),
    raw("a type that is none", join, "{}", ";;;"),
    raw("a multipart form without a boundary", join, "--x", "multipart/form-data"),
    raw("a quiz of __proto__", "/quizzes", '{"title":"T","questions":[{"kind":"__proto__","prompt":"?"}]}'),
    raw("a quiz of toString", "/quizzes", '{"title":"T","questions":[{"kind":"toString","prompt":"?"}]}'),
    raw(
      "a quiz with a deep field",
      "/quizzes",
      `{"title":"T","questions":${"[".repeat(5_000)}${"]".repeat(5_000)}}`,
    ),
    raw("a session of a quiz with NUL", "/sessions", '{"quizId":"a\\u0000b"}'),
    raw("a session of half a pair", "/sessions", '{"quizId":"\\ud800"}'),
    raw("a kick of NUL", `/sessions/${sessionId}/commands`, '{"command":"kick","playerId":"a\\u0000b"}'),
    raw(
      "a kick of half a pair",
      `/sessions/${sessionId}/commands`,
      '{"command":"kick","playerId":"\\udc00"}',
    ),
    raw("a command that every object has", `/sessions/${sessionId}/commands`, '{"command":"toString"}'),
    raw(
      "entries of NUL to show",
      `/sessions/${sessionId}/commands`,
      '{"command":"moderate","questionIndex":0,"entries":["\\u0000","\\ud800"],"verdict":"show"}',
    ),
    {
      name: "an answer of eight thousand levels",
      bytes: request("POST", `/api/v1/pins/${pin}/answers`, {
        headers: { authorization: `Bearer ${playerToken}`, "content-type": "application/json" },
        body: `{"questionIndex":0,"response":${"[".repeat(7_000)}${"]".repeat(7_000)}}`,
      }),
    },
    raw("a file that is none", "/media", Buffer.from([0, 1, 2]), "image/png"),
    { name: "a query twice", bytes: request("GET", `/api/v1/pins/${pin}/leaderboard?limit=1&limit=%00`) },
    {
      name: "a query with broken escapes",
      bytes: request("GET", `/api/v1/pins/${pin}/leaderboard?limit=%ff`),
    },
    {
      name: "a range of letters",
      bytes: request("GET", "/api/v1/media/x", { headers: { range: "bytes=z-" } }),
    },
  ];
}

/** Server actions: addressed by hand, with what no form of ours sends. */
function actions({ actions: id, hostCookie, sessionId }: Known): OddRequest[] {
  const text = "text/plain;charset=UTF-8";
  const post = (
    name: string,
    path: string,
    action: string | undefined,
    body: string | Buffer,
    type = text,
    more: Record<string, string> = {},
  ): OddRequest => ({
    name,
    bytes: request("POST", path, {
      headers: { ...(action === undefined ? {} : { "next-action": action }), "content-type": type, ...more },
      body,
    }),
  });
  const called = (name: string, action: string, args: string, path = "/join", cookie = "") =>
    post(`${name}(${args.slice(0, 40)})`, path, action, args, text, cookie ? { cookie } : {});
  const everyAction = Object.entries(id).flatMap(([name, action]) => {
    const path = PAGE_OF[name] ?? "/host";
    return [
      "[null]",
      "[]",
      "[null,null,null]",
      '[{"__proto__":1},{}]',
      '["$undefined","$undefined"]',
      "[[[[]]]]",
    ].map((args) => ({
      ...called(name, action, args, path, path === "/join" || path === "/play" ? "" : hostCookie),
      // A refusal of an action is a value of its own.
      expected: [200, 303, 400, 401, 404],
    }));
  });
  const join = id.joinAction ?? "";
  return [
    ...everyAction,
    ...["", "x", "0".repeat(42), `${"f".repeat(40)}\x7f`, "__proto__", "toString", "a".repeat(5_000)].map(
      (action) =>
        byNext(post(`an action that does not exist: ${action.slice(0, 20)}`, "/join", action, "[]")),
    ),
    ...["{", "", "null", "7", '["$F1"]', '["$B1"]', '["$h1"]', '["$Q1"]'].map((body) =>
      post(`arguments that are none: ${body}`, "/join", join, body),
    ),
    // Next reads these as an empty form and the like; the action itself says no.
    ...['["$K1"]', '["$@1"]', '["$R1"]', '["$n"]'].map((body) =>
      may([200, 400], post(`arguments that are hardly any: ${body}`, "/join", join, body)),
    ),
    post("very many arguments", "/join", join, `[${"0,".repeat(5_000)}0]`),
    post("arguments of a thousand levels", "/join", join, `${"[".repeat(5_000)}${"]".repeat(5_000)}`),
    post("a foreign Origin", "/join", join, "[]", text, { origin: "https://evil.example" }),
    post("an Origin that is none", "/join", join, "[]", text, { origin: "null" }),
    post("an Origin that cannot be read", "/join", join, "[]", text, { origin: "%%" }),
    post("a foreign Origin on a plain form", "/join", undefined, form({ name: "Ada" }, join), MULTIPART, {
      origin: "https://evil.example",
    }),
    post("a multipart form without a boundary", "/join", undefined, "--x\r\n", "multipart/form-data"),
    post(
      "a multipart form that breaks off",
      "/join",
      undefined,
      "--frontier\r\nContent-Disposition: form-da",
      MULTIPART,
    ),
    post("a multipart form of nonsense", "/join", undefined, "nonsense", MULTIPART),
    post("a multipart action of nonsense", "/join", join, "nonsense", MULTIPART),
    post("a multipart action without its part", "/join", join, form({ name: "Ada" }), MULTIPART),
    byNext(
      post(
        "a plain form of an action that does not exist",
        "/join",
        undefined,
        form({ name: "Ada" }, "0".repeat(42)),
        MULTIPART,
      ),
    ),
    byNext(
      post("a plain form of __proto__", "/join", undefined, form({ name: "Ada" }, "__proto__"), MULTIPART),
    ),
    may(
      [200, 401],
      post(
        "an e-mail with NUL",
        "/sign-in",
        undefined,
        form({ email: "a\0b@example.com", password: "x\0" }, id.signInAction),
        MULTIPART,
      ),
    ),
    byNext(
      post(
        "a plain form of a broken reference",
        "/join",
        undefined,
        form({ $ACTION_REF_1: "", "$ACTION_1:0": "{" }),
        MULTIPART,
      ),
    ),
    post("a form of the old kind", "/join", undefined, "name=Ada", URLENCODED),
    byNext(post("a form of the old kind for an action", "/join", join, "name=Ada", URLENCODED)),
    post("a post of nothing to a page", "/play", undefined, "", "text/plain"),
    post("JSON to a page", "/", undefined, "{}", "application/json"),
    byNext(post("an action on a page that is not there", "/no/such/page", join, "[]")),
    may(
      [200],
      post("an action that says it was forwarded", "/join", join, "[]", text, { "x-action-forwarded": "1" }),
    ),
    may(
      [200],
      post(
        "an action for the control room by nobody",
        `/host/sessions/${sessionId}`,
        id.commandAction,
        '["a\\u0000b",{"command":"next"}]',
      ),
    ),
  ];
}

/** Headers by which Next's own browser code asks for parts of pages. */
function screens(): OddRequest[] {
  const rsc = (name: string, more: Record<string, string>, path = "/join"): OddRequest => ({
    name,
    bytes: request("GET", path, { headers: { rsc: "1", ...more } }),
    // A page in reply to an odd request does no harm.
    expected: [200, 304, 307, 308, 400, 404, 431],
  });
  return [
    rsc("a router state that is none", { "next-router-state-tree": "%7B" }),
    rsc("a router state of nonsense", { "next-router-state-tree": "%5B%22%22%2C%7B%7D%2C7%5D" }),
    rsc("a router state of broken escapes", { "next-router-state-tree": "%ff" }),
    rsc("a very long router state", { "next-router-state-tree": "x".repeat(45_000) }),
    rsc("a state of ten thousand levels", {
      "next-router-state-tree": encodeURIComponent("[".repeat(4_000)),
    }),
    rsc("a prefetch of nonsense", {
      "next-router-prefetch": "\x01\x02".replace(/./g, "9"),
      "next-router-segment-prefetch": "/../../x",
    }),
    rsc("a segment of __proto__", { "next-router-segment-prefetch": "/__proto__" }),
    rsc("a next-url of another site", { "next-url": "//evil.example" }),
    rsc("a router state for the host", { "next-router-state-tree": "%7B" }, "/host"),
    rsc("a router state for a page that is not there", { "next-router-state-tree": "%7B" }, "/no/such"),
    { ...rsc("a language that is none", { "x-ovation-locale": "xx" }), name: "a locale by hand" },
    {
      name: "x-middleware headers",
      bytes: request("GET", "/join", {
        headers: { "x-middleware-subrequest": "middleware:middleware", "x-middleware-rewrite": "/host" },
      }),
      expected: [200, 400],
    },
    {
      name: "a preview cookie",
      bytes: request("GET", "/join", { headers: { cookie: "__prerender_bypass=x; __next_preview_data=y" } }),
      expected: [200, 400],
    },
    {
      name: "x-forwarded-host of nonsense",
      bytes: request("GET", "/join", {
        headers: { "x-forwarded-host": "a/b@c", "x-forwarded-proto": "gopher" },
      }),
      expected: [200, 400],
    },
    {
      name: "the matched path by hand",
      bytes: request("GET", "/join", {
        headers: { "x-matched-path": "/host", "x-now-route-matches": "1=%ff" },
      }),
      expected: [200, 400],
    },
    {
      name: "an error page by hand",
      bytes: request("GET", "/join", { headers: { "x-invoke-status": "500", "x-invoke-error": "%7B" } }),
      expected: [200, 400],
    },
    { name: "//", bytes: request("GET", "//"), expected: [200] },
    { name: "//evil.example", bytes: request("GET", "//evil.example/%2f.."), expected: [308, 400, 404] },
    {
      name: "a query of broken escapes",
      bytes: request("GET", "/join?pin=%ff&name=%"),
      expected: [200, 400],
    },
    {
      name: "a language of broken escapes",
      bytes: request("GET", "/join?lang=%ff%00"),
      expected: [200, 400],
    },
    {
      name: "a very long query",
      bytes: request("GET", `/join?${"a=b&".repeat(10_000)}`),
      expected: [431],
    },
    {
      name: "a body on GET",
      bytes: request("GET", "/join", { body: "x".repeat(100) }),
      expected: [200, 400],
    },
    {
      name: "cookies of broken escapes",
      bytes: request("GET", "/host", { headers: { cookie: "ovation_host=%ff; =; ;;; a" } }),
      expected: [200, 307, 400],
    },
  ];
}

/** Where browsers say that the page was opened from which the requests above come; of each the log tells once [PX3]. */
export const FOREIGN_PAGES: readonly unknown[] = ["https://evil.example", "null"];

const QUIZ = { title: "T", questions: [{ kind: "truefalse", prompt: "?", correct: true }] };

/** Pages on which an action is at home. */
const PAGE_OF: Record<string, string> = {
  joinAction: "/join",
  submitAnswerAction: "/play",
  leaveAction: "/play",
  signInAction: "/sign-in",
};

/** Refused by Next itself, in its own way. */
function byNext(odd: OddRequest): OddRequest {
  return { ...odd, plain: true };
}

/** Odd and harmless: answered so. */
function may(expected: readonly number[], odd: OddRequest): OddRequest {
  return { ...odd, expected };
}

const URLENCODED = "application/x-www-form-urlencoded";
const MULTIPART = "multipart/form-data; boundary=frontier";

function form(fields: Record<string, string>, action?: string): string {
  const all = { ...fields, ...(action === undefined ? {} : { [`$ACTION_ID_${action}`]: "" }) };
  const parts = Object.entries(all).map(
    ([name, value]) => `--frontier\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return `${parts.join("")}--frontier--\r\n`;
}

function json(method: string, path: string, body: unknown, headers: Record<string, string>): Buffer {
  return request(method, path, {
    headers: { ...headers, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}

function upgrade(path: string, to: string, more: Record<string, string> = {}): Buffer {
  return request("GET", path, { headers: { connection: "Upgrade", upgrade: to, ...more } });
}

function request(
  method: string,
  target: string,
  { headers = {}, body }: { headers?: Record<string, string>; body?: string | Buffer } = {},
): Buffer {
  const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };
  const lines = Object.entries({ host: "localhost", connection: "close", ...headers, ...length });
  const head = `${method} ${target} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n`;
  return Buffer.concat([Buffer.from(head), Buffer.from(body ?? "")]);
}
