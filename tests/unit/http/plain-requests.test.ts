import { expect, test } from "vitest";
import { oddityOf } from "#lib/http/plain-requests.ts";

const head = {
  method: "GET",
  url: "/",
  httpVersion: "1.1",
  headers: { host: "quiz.example" },
  rawHeaders: [],
};
const multipart = { host: "a", "content-type": "multipart/form-data; boundary=x" };

test.each([
  ["a page", {}],
  ["the PIN in the query, of any escapes", { url: "/join?pin=%ff" }],
  ["a path of another script", { url: "/caf%C3%A9/%E2%82%AC" }],
  ["an address whole", { url: "http://quiz.example/join" }],
  ["a health check of the old kind", { httpVersion: "1.0", headers: {} }],
  ["a port", { headers: { host: "quiz.example:8443" } }],
  ["an address of IPv6", { headers: { host: "[::1]:3000" } }],
  ["a name of this machine", { headers: { host: "quiz_server.local" } }],
  ["a plain form", { method: "POST", headers: multipart }],
  ["an action", { method: "POST", headers: { host: "a", "next-action": "x", "content-type": "text/plain" } }],
  ["a call by any method", { method: "DELETE", url: "/api/v1/quizzes/x" }],
])("[IN2] %s is a plain request", (_, given) => {
  expect(oddityOf({ ...head, ...given })).toBeNull();
});

test.each([
  ["a star", { method: "OPTIONS", url: "*" }, "bad_request"],
  ["broken escapes", { url: "/%ff" }, "bad_request"],
  ["a NUL", { url: "/host/quizzes/a%00" }, "bad_request"],
  ["a line break", { url: "/a%0d%0aSet-Cookie:b" }, "bad_request"],
  ["a backslash", { url: "/%5cevil.example" }, "bad_request"],
  ["two hosts", { rawHeaders: ["Host", "a", "host", "b"] }, "bad_request"],
  ["a host with a path", { headers: { host: "a/b" } }, "bad_request"],
  ["a method of files", { method: "PROPFIND" }, "method_not_allowed"],
  [
    "a form of another kind",
    { method: "POST", headers: { host: "a", "content-type": "text/plain" } },
    "bad_request",
  ],
])("[IN2] %s is refused", (_, given, code) => {
  expect(oddityOf({ ...head, ...given })).toMatchObject({ code });
});
