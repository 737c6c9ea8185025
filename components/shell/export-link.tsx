import { Download } from "@/components/ui/icons";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { type Query, type RecordDataset, routes } from "@/lib/routes";

/** Downloads all pages of the list that it stands at. A plain link: the answer is a file, no page of ours. */
export function ExportLink({ slug, dataset, query = {} }: ExportLinkProps) {
  const t = useTranslations("common");
  return (
    <Button asChild>
      <a href={routes.export(slug, dataset, { ...query, at: undefined })} download>
        <Download aria-hidden />
        {t("downloadCsv")}
      </a>
    </Button>
  );
}

type ExportLinkProps = {
  readonly slug: string;
  readonly dataset: RecordDataset;
  readonly query?: Query;
};
