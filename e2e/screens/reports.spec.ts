import { join } from "node:path";
import type { Page } from "@playwright/test";
import { SCENARIOS } from "@/lib/domain/pipeline/presets/preset";
import { routes } from "@/lib/routes";
import { test } from "../fixtures";
import { signInWithSamples } from "../sample-team";

const FOLDER = "docs/screens";
const WIDE = { width: 1280, height: 1240 };
const NAMES = {
  startup: "Nordlys Programvare",
  consultancy: "Fjellvann Rådgivning",
  agency: "Bølgen Byrå",
  other: "Strandgata Klær",
};
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
      const { slug, id } = await signInWithSamples(context, world, scenario, locale);
      await world.admin`update teams set name = ${NAMES[scenario]} where id = ${id}`;
      const save = async (as: string) =>
        page.screenshot({
          path: join(FOLDER, `report-${scenario}-${locale}-${as}.jpg`),
          type: "jpeg",
          quality: 50,
          fullPage: true,
        });
      await page.setViewportSize(WIDE);
      await page.goto(routes.team(slug));
      await save("light");
      if (scenario === "startup" && locale === "nb") await page.screenshot({ path: join(FOLDER, "report-nb.png") });
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
