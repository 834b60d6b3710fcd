import { expect, test } from "vitest";
import { workOf } from "#lib/http/page-work.ts";

test.each([
  ["GET", "/", false, "file"],
  ["GET", "/join?pin=123456", false, "file"],
  ["HEAD", "/vi/play", false, "file"],
  ["GET", "/_next/static/media/onest.woff2", false, "file"],
  ["GET", "/icon.svg?icon.1a2b.svg", false, "file"],
  ["GET", "/manifest.webmanifest", false, "file"],
  ["GET", "/apple-icon.png", false, "file"],
  ["GET", "/api/v1/media/abc.png", false, "file"],
  ["GET", "/readyz", false, "file"],
  ["GET", "/sign-in", false, "page"],
  ["GET", "/host/quizzes/1", false, "page"],
  ["GET", "/api/v1/openapi.json", false, "page"],
  ["GET", "/nowhere", false, "page"],
  ["POST", "/join", false, "action"],
  ["POST", "/join", true, "large"],
  ["POST", "/api/v1/quizzes", false, "page"],
  ["PUT", "/api/v1/quizzes/1", true, "large"],
  ["POST", "/api/v1/media", true, "upload"],
])("[SEC22] %s %s (large: %s) is a %s", (method, url, large, work) => {
  expect(workOf({ method, url }, large)).toBe(work);
});
