import { expect, type Page } from "@playwright/test";
import { routes } from "@/lib/routes";

/** Opens the newest letter to this address in the mailbox, and follows its link. Letters go out after the answer. */
export async function followLetter(page: Page, to: string): Promise<void> {
  const letter = page.getByRole("listitem").filter({ hasText: to }).first();
  await expect(async () => {
    await page.goto(routes.mailbox());
    await expect(letter).toBeVisible({ timeout: 500 });
  }).toPass();
  await letter.getByRole("link").click();
  await page.getByRole("link", { name: /^(Åpne lenken i brevet|Open the link in the letter)$/ }).click();
}
