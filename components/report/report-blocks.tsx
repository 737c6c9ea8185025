import type { LoadedBlock } from "@/lib/domain/metrics/block-data";
import { type BlockId, blockOrder, type MiddleBlock } from "@/lib/domain/metrics/report-blocks";
import { BlockBoundary } from "./block-boundary";
import type { BlockProps, LoadedProps } from "./block-props";
import { ChangeBlock } from "./change-block";
import { LeverBlock } from "./lever-block";
import { ChannelsBlock } from "./channels-block";
import { DiagnosisBlock } from "./diagnosis-block";
import { FailedBlock } from "./failed-block";
import { useFailedWords } from "./failed-words";
import { Headline } from "./headline";
import { HowWeCount } from "./how-we-count";
import { ReachBlock } from "./reach-block";
import { LossesBlock } from "./losses-block";
import { TimeBlock } from "./time-block";
import { MapBlock } from "./map-block";
import { MaturationBlock } from "./maturation-block";
import { MoneyBlock } from "./money-block";
import { RatesBlock } from "./rates-block";
import { StripBlock } from "./strip-block";
import { TrendBlock } from "./trend-block";

/** A report, block by block in the order of its scenario; each can fail alone. */
export function ReportBlocks({ order, filters = null, ...props }: ReportBlocksProps) {
  return blockOrder(order).map((id) => (
    <Bounded key={id} id={id}>
      {id === "filters" ? filters : BLOCKS[id](props)}
    </Bounded>
  ));
}

interface ReportBlocksProps extends BlockProps {
  /** The middle of the page, as the preset of the team's scenario has it. */
  readonly order: readonly MiddleBlock[];
  /** What asks for another report; none where there is only this one. */
  readonly filters?: React.ReactNode;
}

type Draw = (props: BlockProps) => React.ReactNode;

const BLOCKS: Readonly<Record<Exclude<BlockId, "filters">, Draw>> = {
  headline: (props) => <Headline {...props} />,
  rates: (props) => <RatesBlock {...props} />,
  strip: (props) => <StripBlock {...props} />,
  diagnosis: (props) => <DiagnosisBlock {...props} />,
  channels: (props) => <ChannelsBlock {...props} />,
  map: (props) => <MapBlock {...props} />,
  change: (props) => <ChangeBlock {...props} />,
  trend: loaded("trend", (props) => <TrendBlock {...props} />),
  maturation: loaded("maturation", (props) => <MaturationBlock {...props} />),
  reach: loaded("reach", (props) => <ReachBlock {...props} />),
  losses: loaded("losses", (props) => <LossesBlock {...props} />),
  time: loaded("time", (props) => <TimeBlock {...props} />),
  money: loaded("money", (props) => <MoneyBlock {...props} />),
  lever: (props) => <LeverBlock {...props} />,
  how: (props) => <HowWeCount {...props} />,
};

/** A block that counts for itself: drawn from what was loaded for it, or said to have failed. */
function loaded<Id extends LoadedBlock>(id: Id, draw: (props: LoadedProps<Id>) => React.ReactNode): Draw {
  return function LoadedBlock(props) {
    const block = props.blocks[id];
    if (block === undefined) return null;
    if (block.kind === "failed") return <Failed id={id} errorId={block.errorId} />;
    return draw({ ...props, data: block.data });
  };
}

function Failed({ id, errorId }: { readonly id: BlockId; readonly errorId: string }) {
  return <FailedBlock {...useFailedWords(id, errorId)} />;
}

function Bounded({ id, children }: { readonly id: BlockId; readonly children: React.ReactNode }) {
  return <BlockBoundary {...useFailedWords(id)}>{children}</BlockBoundary>;
}
