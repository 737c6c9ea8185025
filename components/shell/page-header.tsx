import Link from "next/link";
import { useTranslations } from "next-intl";

/** A page's heading, the way back above it and its actions beside it. */
export function PageHeader({ title, breadcrumb = [], description, children }: PageHeaderProps) {
  const t = useTranslations("nav");
  return (
    <header className="mb-5 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="grid min-w-0 gap-1">
        {breadcrumb.length === 0 ? null : (
          <nav aria-label={t("breadcrumb")}>
            <ol className="flex flex-wrap gap-x-1.5 text-sm text-muted">
              {breadcrumb.map(({ href, label }) => (
                <li key={href} className="flex gap-x-1.5">
                  <Link href={href} className="link">
                    {label}
                  </Link>
                  <span aria-hidden>›</span>
                </li>
              ))}
            </ol>
          </nav>
        )}
        <h1 className="text-2xl leading-8 font-semibold tracking-tight break-words">{title}</h1>
        {description === undefined ? null : <p className="max-w-prose text-muted">{description}</p>}
      </div>
      {children ? (
        <div data-print="hide" className="flex flex-wrap items-center gap-2">
          {children}
        </div>
      ) : null}
    </header>
  );
}

type PageHeaderProps = {
  readonly title: React.ReactNode;
  readonly breadcrumb?: readonly { readonly href: string; readonly label: string }[];
  readonly description?: React.ReactNode;
  readonly children?: React.ReactNode;
};
