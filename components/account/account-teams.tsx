import Link from "next/link";
import { useTranslations } from "next-intl";
import { Card, CardTitle } from "@/components/ui/card";
import { routes } from "@/lib/routes";

export function AccountTeams({
  teams,
}: {
  readonly teams: readonly { readonly slug: string; readonly name: string }[];
}) {
  const t = useTranslations();
  return (
    <Card className="grid gap-3">
      <CardTitle>{t("account.teams")}</CardTitle>
      <ul className="grid gap-2">
        {teams.map(({ slug, name }) => (
          <li key={slug}>
            <Link className="link" href={routes.team(slug)}>
              <bdi>{name}</bdi>
            </Link>
          </li>
        ))}
        <li>
          <Link className="link" href={routes.welcome()}>
            {t("nav.newTeam")}
          </Link>
        </li>
      </ul>
    </Card>
  );
}
