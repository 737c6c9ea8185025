import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import {
  LAYOUTS,
  type OpportunitiesQuery,
  writeOpportunitiesQuery,
} from "@/lib/domain/opportunities/opportunities-query";
import { routes } from "@/lib/routes";

/** The same opportunities as a board or as a list. */
export function LayoutSwitch({ slug, query }: { readonly slug: string; readonly query: OpportunitiesQuery }) {
  const t = useTranslations("opportunities");
  return (
    <nav aria-label={t("layout")} className="flex gap-1">
      {LAYOUTS.map((layout) => (
        <Button key={layout} asChild size="sm" tone={layout === query.layout ? "primary" : "secondary"}>
          <Link
            href={routes.opportunities(slug, writeOpportunitiesQuery({ ...query, layout, cursor: null }))}
            aria-current={layout === query.layout ? "page" : undefined}
          >
            {t(layout)}
          </Link>
        </Button>
      ))}
    </nav>
  );
}
