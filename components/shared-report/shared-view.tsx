import type { MiddleBlock } from "@/lib/domain/metrics/report-blocks";
import type { SharedReport } from "@/lib/domain/sharing/shared-report";
import { SeenBeacon } from "./seen-beacon";
import { type AboutShare, SharedAbout } from "./shared-about";
import { SharedChannels } from "./shared-channels";
import { SharedFindings } from "./shared-findings";
import { type HeadOfShare, SharedHeader } from "./shared-header";
import { SharedRates } from "./shared-rates";
import { SharedLossesBlock, SharedReachBlock } from "./shared-stages";
import { SharedStripBlock } from "./shared-strip";
import { SharedMoneyBlock, SharedOwners, SharedTimeBlock } from "./shared-tables";
import { SharedTrend } from "./shared-trend";
import { routes } from "@/lib/routes";

/** A report as somebody without an account sees it: only what the stored copy holds. */
export function SharedView(props: SharedViewProps) {
  return (
    <article className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <SharedHeader {...props} />
      <SharedContent shared={props.shared} />
      <SharedAbout {...props} />
      <SeenBeacon address={routes.seenReport(props.token)} />
    </article>
  );
}

type SharedViewProps = HeadOfShare & AboutShare;

/** The figures alone, as the creator sees them before publishing too. */
export function SharedContent({ shared }: { readonly shared: SharedReport }) {
  return (
    <>
      <SharedRates shared={shared} />
      <SharedStripBlock shared={shared} />
      <SharedFindings shared={shared} />
      {shared.blocks.map((block) => (
        <Block key={block} {...{ block, shared }} />
      ))}
      <SharedOwners shared={shared} />
    </>
  );
}

function Block({ block, shared }: { readonly block: MiddleBlock; readonly shared: SharedReport }) {
  switch (block) {
    case "channels":
      return <SharedChannels shared={shared} />;
    case "trend":
      return <SharedTrend shared={shared} />;
    case "reach":
      return <SharedReachBlock shared={shared} />;
    case "losses":
      return <SharedLossesBlock shared={shared} />;
    case "time":
      return <SharedTimeBlock shared={shared} />;
    case "money":
      return <SharedMoneyBlock shared={shared} />;
    // These ask for counts that no link prints.
    case "map":
    case "change":
    case "maturation":
      return null;
  }
}
