import { expect, test } from "vitest";
import { cookieAttributes, playerCookieName, playerCookies, readCookie } from "#lib/auth/cookies.ts";

const header = `a=1; ovation_player_abc=pl.abc.def.sig; ovation_player_abcd=other; broken; b=%zz; c=x%3Dy`;

test("[SEC3] a cookie is found by its whole name", () => {
  expect(readCookie(header, playerCookieName("abc"))).toBe("pl.abc.def.sig");
  expect(readCookie(header, playerCookieName("ab"))).toBeNull();
  expect(readCookie(header, "b")).toBe("%zz");
  expect(readCookie(header, "c")).toBe("x=y");
  expect(readCookie(undefined, "a")).toBeNull();
  expect(playerCookies(header)).toEqual(["pl.abc.def.sig", "other"]);
});

test("[SEC3] cookies are out of reach of scripts and other sites, and need TLS where there is TLS", () => {
  expect(cookieAttributes("https://quiz.example.com", 60)).toEqual({
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure: true,
    maxAge: 60,
  });
  expect(cookieAttributes("http://localhost:3000", 60).secure).toBe(false);
});
