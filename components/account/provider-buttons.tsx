import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { routes } from "@/lib/routes";

/** Signing in with an account elsewhere, where this installation has set that up. */
export function ProviderButtons({ providers, next }: ProviderButtonsProps) {
  const t = useTranslations("auth");
  if (providers.length === 0) return null;
  return (
    <div className="grid gap-3">
      <p className="text-muted">{t("or")}</p>
      {providers.map(({ id, name }) => (
        <form key={id} method="post" action={routes.signInWith(id)}>
          <input type="hidden" name="next" value={next} />
          <Button type="submit" className="w-full">
            {t("withProvider", { provider: name })}
          </Button>
        </form>
      ))}
    </div>
  );
}

type ProviderButtonsProps = {
  readonly providers: readonly { readonly id: string; readonly name: string }[];
  readonly next: string;
};
