import { expect, test } from "vitest";
import { plainTarget } from "#lib/http/request-target.ts";

test.each([
  ["/join?pin=123456", "/join?pin=123456"],
  ["/", "/"],
  ["http://evil.example/healthz", "/healthz"],
  ["HTTPS://evil.example:8443/api/v1/pins/1?a=b", "/api/v1/pins/1?a=b"],
  ["http://evil.example", "/"],
  ["http://evil.example?next=/host", "/?next=/host"],
  ["/api/v1/./media/x", "/api/v1/media/x"],
  ["/api/v1/media/y/../x", "/api/v1/media/x"],
  ["/api/v1/%6dedia/x", "/api/v1/media/x"],
  ["/api/v1/%2e/media/x", "/api/v1/media/x"],
  ["/../../etc", "/etc"],
  ["/a/..", "/"],
  ["/a/b/.", "/a/b/"],
  ["//evil.example/join", "/evil.example/join"],
  ["/\\evil.example/join", "/evil.example/join"],
  ["/join/", "/join/"],
  ["/join?next=//evil.example/./x", "/join?next=//evil.example/./x"],
  ["/caf%c3%a9", "/caf%C3%A9"],
  ["/a%2fb", "/a%2Fb"],
  ["/join#part", "/join"],
  ["*", "*"],
])("[SEC21] %s is asked for as %s", (target, plain) => {
  expect(plainTarget(target)).toBe(plain);
  expect(plainTarget(plain)).toBe(plain);
});

test.each(["healthz", "evil.example:443", "ftp://evil.example/x", "javascript:alert(1)", "\\\\evil.example"])(
  "[SEC21] %s is no address here",
  (target) => {
    expect(plainTarget(target)).toBeNull();
  },
);
