import Link from "next/link";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { FormEnd } from "@/components/ui/form-end";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/domain/action-state";
import type { SavedViewId } from "@/lib/domain/ids";

export interface SavedView {
  readonly id: string;
  readonly name: string;
  readonly whose: "own" | "team";
  readonly href: string;
  readonly mayRemove: boolean;
}

/** Questions kept under a name, and a way to keep this one. */
export function SavedViews({ views, search, maySaveForTeam, save, remove }: SavedViewsProps) {
  const t = useTranslations("report.views");
  return (
    <details data-print="hide" className="open:order-last open:w-full">
      <summary className="link w-fit rounded-sm py-1">{t("title", { n: views.length })}</summary>
      <div className="mt-2 grid gap-5 rounded-card border border-line bg-card p-4 sm:grid-cols-2">
        <div className="grid content-start gap-4">
          {WHOSE.map((whose) => {
            const own = views.filter((view) => view.whose === whose);
            return own.length === 0 ? null : (
              <section key={whose} className="grid gap-1">
                <h3 className="font-medium">{t(whose)}</h3>
                <ul className="grid gap-1">
                  {own.map((view) => (
                    <View key={view.id} {...{ view, remove }} />
                  ))}
                </ul>
              </section>
            );
          })}
          {views.length === 0 ? <p className="text-muted">{t("none")}</p> : null}
        </div>
        <ActionForm action={save} className="grid content-start gap-3">
          <input type="hidden" name="query" value={search} />
          <TextField name="name" label={t("name")} maxLength={80} autoComplete="off" />
          <FormEnd
            submit={t(maySaveForTeam ? "saveOwn" : "save")}
            answer={{ name: "whose", value: "own" }}
            okMessage={t("saved")}
            tone="secondary"
          >
            {maySaveForTeam ? (
              <SubmitButton tone="secondary" name="whose" value="team">
                {t("saveTeam")}
              </SubmitButton>
            ) : null}
          </FormEnd>
        </ActionForm>
      </div>
    </details>
  );
}

const WHOSE = ["own", "team"] as const;

export interface SavedViewsProps {
  readonly views: readonly SavedView[];
  /** This report's question, as the search of its address. */
  readonly search: string;
  readonly maySaveForTeam: boolean;
  readonly save: FormAction<{ id: SavedViewId }>;
  readonly remove: FormAction<void>;
}

function View({ view, remove }: { readonly view: SavedView } & Pick<SavedViewsProps, "remove">) {
  const t = useTranslations("report.views");
  return (
    <li className="flex items-center justify-between gap-3">
      <Link href={view.href} className="link min-w-0 py-1 break-words">
        <bdi>{view.name}</bdi>
      </Link>
      {view.mayRemove ? (
        <ActionForm action={remove}>
          <input type="hidden" name="id" value={view.id} />
          <SubmitButton tone="secondary" size="sm" aria-label={t("removeOf", { name: view.name })}>
            {t("remove")}
          </SubmitButton>
        </ActionForm>
      ) : null}
    </li>
  );
}
