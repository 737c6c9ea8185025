import { join } from "node:path";
import type { Page } from "@playwright/test";
import { SCENARIOS } from "@/lib/domain/pipeline/presets/preset";
import { routes } from "@/lib/routes";
import { test } from "../fixtures";
import { signInWithSamples } from "../sample-team";

const FOLDER = "docs/screens";
const WIDE = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };
/** A4 at 96 dots per inch. */
const PAPER = { width: 794, height: 1123 };

for (const scenario of SCENARIOS) {
  for (const locale of ["nb", "en"] as const) {
    test(`the report of the ${scenario}, in ${locale}: light, dark, on a phone, on paper`, async ({
      page,
      context,
      world,
    }) => {
      test.setTimeout(120_000);
      const { slug } = await signInWithSamples(context, world, scenario, locale);
      const save = async (as: string) =>
        page.screenshot({
          path: join(FOLDER, `report-${scenario}-${locale}-${as}.jpg`),
          type: "jpeg",
          quality: 80,
          fullPage: true,
        });
      await page.setViewportSize(WIDE);
      await page.goto(routes.team(slug));
      await save("light");
      await inScheme(page, "dark");
      await save("dark");
      await inScheme(page, "light");
      await page.setViewportSize(PHONE);
      await save("phone");
      await page.setViewportSize(PAPER);
      await page.emulateMedia({ media: "print" });
      await save("paper");
    });
  }
}

async function inScheme(page: Page, colorScheme: "light" | "dark"): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
}
