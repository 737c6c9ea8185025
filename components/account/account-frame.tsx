import { PageHeader } from "@/components/shell/page-header";
import { PublicShell } from "@/components/shell/public-shell";
import type { Preferences } from "@/components/shell/theme";

/** A page on the way to an account: one thing in one narrow column. */
export function AccountFrame({ preferences, title, lead, children }: AccountFrameProps) {
  return (
    <PublicShell preferences={preferences}>
      <div className="mx-auto grid max-w-md gap-6 pt-6 sm:pt-12">
        <PageHeader title={<bdi>{title}</bdi>} description={lead} />
        {children}
      </div>
    </PublicShell>
  );
}

type AccountFrameProps = {
  readonly preferences: Preferences;
  readonly title: string;
  readonly lead?: string;
  readonly children: React.ReactNode;
};
