import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { newId } from "#lib/kernel/ids.ts";
import { type Api, api, type Json } from "#tests/support/api.ts";
import { postForm } from "#tests/support/form.ts";
import { type MailServer, startMailServer } from "#tests/support/programs/mail-server.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { eventually } from "#tests/support/waiting.ts";
import { callAction } from "../call-action.ts";

let server: TestServer;
let mail: MailServer;
let call: Api;
const PASSWORD = "a long enough password";

beforeAll(async () => {
  mail = await startMailServer();
  server = await startServer({ env: { SMTP_URL: mail.url, MAIL_FROM: "Ovation <quiz@example.org>" } });
  call = api(server);
});
afterAll(async () => {
  await server?.stop();
  await mail?.stop();
});
beforeEach(() => mail.behave("takes"));

/** The link in the newest mail to somebody. */
async function linkTo(email: string): Promise<URL> {
  return eventually(async () => {
    const text = mail.mails.findLast(({ to }) => to.includes(email))?.text ?? "";
    const link = /^http\S+$/m.exec(text.replace(/=\n/g, "").replace(/=3D/g, "="))?.[0];
    if (link === undefined) throw new Error("no mail yet");
    return new URL(link);
  });
}

/** Somebody who came by a mailed invitation. */
async function member(): Promise<{ email: string; cookies: string }> {
  const email = `${newId()}@example.org`;
  const { body } = await call.post<Json>("/invitations", { email, role: "host" });
  expect(body).toMatchObject({ mailed: true });
  const code = (await linkTo(email)).hash.slice(1);
  const given = [{ code, name: "Grace", email, password: PASSWORD }];
  const { cookies } = await callAction(server, "acceptInvitationAction", given, "", "/invitation");
  return { email, cookies };
}

const signsIn = async (email: string, password: string) =>
  (await postForm(`${server.url}/sign-in`, { email, password })).status === 303;

const forgets = async (email: string) => (await postForm(`${server.url}/forgotten-password`, { email })).html;

const choose = (code: string, password: string) =>
  callAction(server, "chooseNewPasswordAction", [{ code, password }], "", "/new-password");

test("[ACC11] [ACC12] who forgot the password is mailed a link that sets a new one, once", async () => {
  const { email, cookies } = await member();
  expect(await forgets(email.toUpperCase())).toContain("a mail with a link is on its way");
  const link = await linkTo(email);
  expect(link.pathname).toBe("/new-password");
  const code = link.hash.slice(1);
  const read = await callAction(server, "readPasswordLinkAction", [code], "", "/new-password");
  expect(read.result).toEqual({ ok: true, email });
  const short = await choose(code, "short");
  expect(short.result).toMatchObject({ ok: false, refusal: { problems: [{ path: "password" }] } });

  const chosen = await choose(code, "quite another password");
  expect(chosen.redirect).toMatch(/^\/host/);
  const desk = (cookie: string) => fetch(`${server.url}/host`, { redirect: "manual", headers: { cookie } });
  expect((await desk(chosen.cookies)).status).toBe(200);
  // Whoever was signed in with the old password is not any more.
  expect((await desk(cookies)).status).toBe(307);
  expect(await signsIn(email, "quite another password")).toBe(true);
  expect(await signsIn(email, PASSWORD)).toBe(false);
  expect((await choose(code, "yet another password")).result).toMatchObject({
    refusal: { code: "reset_spent" },
  });
});

test("[ACC12] an email without an account is told the same, and nothing is sent", async () => {
  const before = mail.mails.length;
  const stranger = `${newId()}@example.org`;
  expect(await forgets(stranger)).toContain("a mail with a link is on its way");
  expect(await forgets(server.ownerEmail)).toContain("a mail with a link is on its way");
  const { email } = await member();
  await forgets(email);
  await linkTo(email);
  const told = mail.mails.slice(before).flatMap(({ to }) => to);
  expect(told).not.toContain(stranger);
  // The settings of the server give it its password.
  expect(told).not.toContain(server.ownerEmail);
});

test.each(["refuses", "hangs"] as const)(
  "[ACC12] a mail server that %s keeps nobody: the link is shown, and the server goes on",
  async (how) => {
    mail.behave(how);
    const { status, body } = await call.post<Json>("/invitations", {
      ...{ email: `${newId()}@example.org`, role: "host" },
    });
    expect({ status, body }).toMatchObject({
      status: 201,
      body: { mailed: false, url: expect.stringContaining("/invitation#") },
    });
    expect(server.logs()).toContain("sending a mail");
  },
);
