import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { newId } from "#lib/kernel/ids.ts";
import { hostAt } from "../fixtures/host.ts";
import { test } from "../fixtures/test.ts";

async function isClean(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
}

test("[ACC4] [ACC6] [ACC10] a colleague is invited by link, makes a quiz and starts it, and is removed", async ({
  host,
  browserOf,
}) => {
  const owner = await host();
  await owner.page.goto("/host");
  await owner.page.getByRole("button", { name: /^Account of/ }).click();
  await owner.page.getByRole("menuitem", { name: "People" }).click();
  await owner.page.getByRole("button", { name: "Invite" }).click();
  const dialog = owner.page.getByRole("dialog", { name: "Invite someone" });
  await dialog.getByRole("radio", { name: /^Host/ }).check();
  await dialog.getByRole("button", { name: "Create the link" }).click();
  const link = owner.page.getByRole("dialog", { name: "Here is the link" });
  const url = await link.getByRole("textbox", { name: "Link" }).inputValue();
  await isClean(owner.page);
  await link.getByRole("button", { name: "Done" }).click();
  await expect(owner.page.getByText("Anyone with the link")).toBeVisible();

  const { page } = await hersIn(browserOf);
  await page.goto(url);
  await page.getByLabel("Name").fill("Grace");
  await isClean(page);
  await page.getByLabel("Email").fill(`${newId()}@example.org`);
  await page.getByLabel("Password").fill("a long enough password");
  await page.getByRole("button", { name: "Create my account" }).click();
  await page.waitForURL("**/host");
  await page.getByRole("link", { name: "New quiz" }).click();
  await page.getByLabel("Title of the quiz").fill("Grace’s quiz");
  await page.getByLabel("Question", { exact: true }).fill("Who wrote the first compiler?");
  await page.getByLabel("Option A", { exact: true }).fill("Grace Hopper");
  await page.getByLabel("Option B", { exact: true }).fill("Nobody");
  await page.getByLabel("Option A is correct").check();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await page.getByRole("link", { name: "Back to your quizzes" }).click();
  await page.getByRole("button", { name: "Start Grace’s quiz" }).click();
  await page
    .getByRole("dialog", { name: "Start a session" })
    .getByRole("button", { name: "Open the lobby" })
    .click();
  await hostAt(page).seesPhase("In the lobby");

  const second = await hersIn(browserOf);
  await second.page.goto(url);
  await expect(second.page.getByText("This invitation was already used")).toBeVisible();

  await page.goto("/host/account");
  await expect(page.getByRole("list", { name: "Devices" })).toContainText("This device");
  await isClean(page);

  await owner.page.goto("/host/people");
  await isClean(owner.page);
  await owner.page.getByRole("button", { name: "Remove Grace" }).click();
  await owner.page.getByRole("alertdialog").getByRole("button", { name: "Remove Grace" }).click();
  await expect(owner.page.getByRole("list", { name: "People" })).not.toContainText("Grace");
  await page.goto("/host");
  await expect(page).toHaveURL(/\/sign-in/);
  await owner.page.goto("/host");
  const card = owner.page.getByRole("listitem").filter({ hasText: "Try it out" });
  await expect(card.filter({ hasText: "Grace’s quiz" })).toContainText("by Grace");
});

test("[ACC11] [RET2] [RET6] a colleague gets a link for a new password; names and sessions are kept as chosen", async ({
  host,
  api,
  browserOf,
}) => {
  const owner = await host();
  const email = `${newId()}@example.org`;
  const { page } = await hersIn(browserOf);
  const { body } = await api.post<{ url: string }>("/invitations", { role: "host", email });
  await page.goto(body.url);
  await page.getByLabel("Name").fill("Lin");
  await page.getByLabel("Password").fill("a long enough password");
  await page.getByRole("button", { name: "Create my account" }).click();
  await page.waitForURL("**/host");

  await owner.page.goto("/host/people");
  await owner.page.getByRole("button", { name: "Password link for Lin" }).click();
  const dialog = owner.page.getByRole("dialog", { name: "A new password for Lin" });
  const link = await dialog.getByLabel("Link", { exact: true }).inputValue();
  await isClean(owner.page);
  const other = await hersIn(browserOf);
  await other.page.goto(link);
  await expect(other.page.getByText(email)).toBeVisible();
  await isClean(other.page);
  await other.page.getByLabel("New password").fill("quite another password");
  await other.page.getByRole("button", { name: "Save and sign in" }).click();
  await other.page.waitForURL("**/host");
  await page.reload();
  await expect(page).toHaveURL(/\/sign-in/);

  await other.page.goto("/host/privacy");
  await expect(other.page.getByText("Names are kept, and sessions are kept for good.")).toBeVisible();
  await owner.page.goto("/host/privacy");
  await isClean(owner.page);
  await owner.page.getByRole("combobox", { name: "Replace names" }).click();
  await owner.page.getByRole("option", { name: "After 180 days" }).click();
  await owner.page.getByRole("button", { name: "Save" }).click();
  await expect(owner.page.getByText("Saved.", { exact: true })).toBeVisible();
  await other.page.reload();
  await expect(
    other.page.getByText("Names are replaced after 180 days, and sessions are kept for good."),
  ).toBeVisible();
});

async function hersIn(browserOf: () => Promise<{ newPage(): Promise<Page> }>) {
  return { page: await (await browserOf()).newPage() };
}
