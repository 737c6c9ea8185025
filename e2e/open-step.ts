import type { Locator, Page } from "@playwright/test";

/** Unfolds what stands behind these words, and gives it. */
export async function openStep(page: Page, title: string): Promise<Locator> {
  const words = page.getByText(title, { exact: true });
  const step = page.getByRole("group").filter({ has: words });
  await step.getByText(title, { exact: true }).first().click();
  return step;
}
