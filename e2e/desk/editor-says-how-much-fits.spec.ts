import { expect } from "@playwright/test";
import { LIMITS } from "#lib/quiz/fields.ts";
import { hearing } from "../fixtures/hearing.ts";
import { test } from "../fixtures/test.ts";

test("[DR10] [DR11] a question that is too long is said as it is typed, politely; no answer is marked by itself", async ({
  host,
}) => {
  const { page } = await host();
  const heard = await hearing(page);
  await page.goto("/host");
  await page.getByRole("link", { name: "New quiz" }).click();
  for (const letter of ["A", "B", "C", "D"])
    await expect(page.getByRole("radio", { name: `Option ${letter} is correct` })).not.toBeChecked();

  const question = page.getByLabel("Question", { exact: true });
  await question.fill("x".repeat(LIMITS.prompt - 3));
  await expect(page.getByText("3 characters left", { exact: true }).first()).toBeVisible();
  await expect.poll(heard).toContain("3 characters left");
  await question.pressSequentially("12345");
  await expect(question).toHaveAttribute("aria-invalid", "true");
  await expect.poll(heard).toContain("2 characters too many");
  await question.blur();
  await question.fill("Who?");
  await expect(question).not.toHaveAttribute("aria-invalid", "true");
  await expect(page.getByRole("alert").filter({ hasText: "characters" })).toHaveCount(0);
  expect((await heard()).filter((words) => words === "2 characters too many")).toHaveLength(1);
});
