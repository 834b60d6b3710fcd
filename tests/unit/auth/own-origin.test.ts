import { describe, expect, test } from "vitest";
import { cookieAttributes } from "#lib/auth/cookies.ts";
import {
  isOwnPage,
  nodeHeaders,
  ORIGIN_HEADER,
  originOf,
  stampOrigin,
  TOLD_ORIGIN_HEADER,
  toldOrigin,
} from "#lib/auth/own-origin.ts";

const NOTHING = { publicUrl: null, trustedProxies: 0 };
const PUBLIC = { publicUrl: "https://quiz.example.com", trustedProxies: 0 };
const BEHIND_ONE = { publicUrl: null, trustedProxies: 1 };
const BEHIND_TWO = { publicUrl: null, trustedProxies: 2 };

type Headers = Record<string, string>;
const of = (headers: Headers) => nodeHeaders({ headers });

describe("[PX1] a page is ours", () => {
  test.each<[string, typeof NOTHING | typeof PUBLIC, Headers]>([
    [
      "at PUBLIC_URL, whatever Host says",
      PUBLIC,
      { origin: "https://quiz.example.com", host: "127.0.0.1:3000" },
    ],
    ["at the host that was asked", NOTHING, { origin: "http://10.0.0.5:3000", host: "10.0.0.5:3000" }],
    ["also beside PUBLIC_URL", PUBLIC, { origin: "http://10.0.0.5:3000", host: "10.0.0.5:3000" }],
    ["with the port of https said", NOTHING, { origin: "https://name", host: "name:443" }],
    ["with the port of http said", NOTHING, { origin: "http://name", host: "name:80" }],
    ["in capitals", NOTHING, { origin: "https://name", host: "NAME" }],
    ["by IPv6", NOTHING, { origin: "http://[fd00::5]:3000", host: "[fd00:0:0:0:0:0:0:5]:3000" }],
    [
      "where a trusted proxy was asked",
      BEHIND_ONE,
      { origin: "https://name", host: "127.0.0.1:3000", "x-forwarded-host": "name" },
    ],
    [
      "where the first of two was asked",
      BEHIND_TWO,
      { origin: "https://name", host: "inner", "x-forwarded-host": "made.up, name, middle" },
    ],
    [
      "where the first of two tells and the second passes it on",
      BEHIND_TWO,
      { origin: "https://name", host: "inner", "x-forwarded-host": "name" },
    ],
    [
      "where its browser says so",
      NOTHING,
      { origin: "https://name", host: "inner", "sec-fetch-site": "same-origin" },
    ],
  ])("%s", (_, rules, headers) => {
    expect(isOwnPage(of(headers), rules)).toBe(true);
  });

  test.each<[string, typeof NOTHING | typeof PUBLIC, Headers]>([
    ["elsewhere", PUBLIC, { origin: "https://evil.example", host: "quiz.example.com" }],
    ["at our name without encryption", PUBLIC, { origin: "http://quiz.example.com", host: "inner" }],
    ["at another port", NOTHING, { origin: "http://name:8080", host: "name:80" }],
    ["at the other default port", NOTHING, { origin: "http://name", host: "name:443" }],
    ["in a sandbox", NOTHING, { origin: "null", host: "null" }],
    ["in a file", NOTHING, { origin: "file://", host: "" }],
    ["of no address", NOTHING, { origin: "", host: "" }],
    ["with a name in it", NOTHING, { origin: "http://name@evil.example", host: "name@evil.example" }],
    ["of a Host that is a path", NOTHING, { origin: "http://evil.example", host: "evil.example/x" }],
    [
      "where a proxy nobody trusts tells",
      NOTHING,
      { origin: "https://evil", host: "name", "x-forwarded-host": "evil" },
    ],
    [
      "where a client adds to what proxies tell",
      BEHIND_ONE,
      { origin: "https://evil", "x-forwarded-host": "evil, name" },
    ],
    [
      "where its browser says otherwise",
      PUBLIC,
      { origin: "https://quiz.example.com", "sec-fetch-site": "same-site" },
    ],
  ])("not %s", (_, rules, headers) => {
    expect(isOwnPage(of(headers), rules)).toBe(false);
  });

  test("and no page says nothing", () => {
    expect(isOwnPage(of({ host: "name" }), NOTHING)).toBe(null);
  });
});

test("[PX4] links follow what is told, and no Host and no page", () => {
  const stranger = {
    origin: "http://evil.example",
    host: "evil.example",
    "x-forwarded-host": "evil.example",
  };
  expect(isOwnPage(of(stranger), NOTHING)).toBe(true);
  expect(toldOrigin(of(stranger), NOTHING)).toBe(null);
  expect(toldOrigin(of(stranger), PUBLIC)).toBe("https://quiz.example.com");
  const told = { host: "inner", "x-forwarded-host": "name:8443", "x-forwarded-proto": "https" };
  expect(toldOrigin(of(told), BEHIND_ONE)).toBe("https://name:8443");
  expect(toldOrigin(of({ host: "evil.example" }), BEHIND_ONE)).toBe(null);
  expect(toldOrigin(of({ "x-forwarded-host": "a/b", "x-forwarded-proto": "javascript" }), BEHIND_ONE)).toBe(
    null,
  );
});

test("[PX5] a cookie is Secure where the page came over TLS", () => {
  const secure = (headers: Headers, rules: typeof NOTHING | typeof PUBLIC) =>
    cookieAttributes(originOf(of(headers), rules) ?? "http://localhost", 60).secure;
  expect(secure({ origin: "https://quiz.example.com", host: "inner" }, PUBLIC)).toBe(true);
  expect(secure({ origin: "http://10.0.0.5:3000", host: "10.0.0.5:3000" }, PUBLIC)).toBe(false);
  expect(secure({ host: "inner" }, PUBLIC)).toBe(true);
  expect(secure({ "x-forwarded-host": "name", "x-forwarded-proto": "https" }, BEHIND_ONE)).toBe(true);
  expect(secure({ host: "name", "x-forwarded-proto": "https" }, NOTHING)).toBe(false);
});

test("[PX2] what was found is written over what came in, and Next finds its own check fulfilled by it", () => {
  const headers: Record<string, string | undefined> = {
    origin: "https://quiz.example.com",
    host: "127.0.0.1:3000",
    "x-forwarded-host": "evil.example",
    "x-forwarded-proto": "https",
    [ORIGIN_HEADER]: "https://evil.example",
    [TOLD_ORIGIN_HEADER]: "https://evil.example",
  };
  stampOrigin({ headers }, PUBLIC);
  expect(headers).toEqual({
    origin: "https://quiz.example.com",
    host: "127.0.0.1:3000",
    "x-forwarded-host": "quiz.example.com",
    "x-forwarded-proto": "http",
    [ORIGIN_HEADER]: "https://quiz.example.com",
    [TOLD_ORIGIN_HEADER]: "https://quiz.example.com",
  });
  const kept: Record<string, string | undefined> = {
    origin: "null",
    host: "name",
    "sec-fetch-site": "same-origin",
  };
  stampOrigin({ headers: kept }, NOTHING);
  expect([kept.origin, kept["x-forwarded-host"]]).toEqual(["http://name", "name"]);
  const foreign: Record<string, string | undefined> = {
    origin: "https://evil.example",
    host: "name",
    "x-forwarded-host": "evil.example",
  };
  stampOrigin({ headers: foreign }, NOTHING);
  expect(foreign["x-forwarded-host"]).toBe("name");
  expect(foreign[ORIGIN_HEADER]).toBe("");
});
