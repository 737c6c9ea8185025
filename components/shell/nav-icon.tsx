import {
  ChartNoAxesGantt,
  Ellipsis,
  FileUp,
  Handshake,
  Inbox,
  Settings,
  Share2,
  SquareKanban,
} from "@/components/ui/icons";
import type { NavKey } from "./team-nav";

export function NavIcon({ name }: { readonly name: NavKey | "more" }) {
  const Icon = ICONS[name];
  return <Icon aria-hidden className="size-4.5 shrink-0" />;
}

const ICONS = {
  report: ChartNoAxesGantt,
  leads: Inbox,
  opportunities: SquareKanban,
  deals: Handshake,
  import: FileUp,
  sharing: Share2,
  settings: Settings,
  more: Ellipsis,
} as const satisfies Record<NavKey | "more", React.ComponentType>;
