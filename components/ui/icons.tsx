import {
  ArrowDown as arrowDown,
  ArrowRight as arrowRight,
  ArrowUp as arrowUp,
  ChartNoAxesGantt as chartNoAxesGantt,
  Check as check,
  ChevronDown as chevronDown,
  ChevronLeft as chevronLeft,
  ChevronRight as chevronRight,
  ChevronsUpDown as chevronsUpDown,
  CircleUserRound as circleUserRound,
  Copy as copy,
  Download as download,
  Ellipsis as ellipsis,
  Eye as eye,
  EyeOff as eyeOff,
  FileUp as fileUp,
  Handshake as handshake,
  Hourglass as hourglass,
  Inbox as inbox,
  Monitor as monitor,
  Moon as moon,
  Plus as plus,
  Printer as printer,
  Search as search,
  Settings as settings,
  Share2 as share2,
  SquareKanban as squareKanban,
  Sun as sun,
  TriangleAlert as triangleAlert,
  X as x,
  type IconNode,
} from "lucide";
import { createElement, type SVGProps } from "react";

/** Lucide's shapes as plain drawings: its React package would make each a component of the browser's. */
function icon(shapes: IconNode) {
  return function Icon(props: SVGProps<SVGSVGElement>) {
    return (
      <svg
        width="24"
        height="24"
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
        {...props}
      >
        {shapes.map(([tag, shape], key) => createElement(tag, { ...shape, key }))}
      </svg>
    );
  };
}

export const ArrowDown = /* @__PURE__ */ icon(arrowDown);
export const ArrowRight = /* @__PURE__ */ icon(arrowRight);
export const ArrowUp = /* @__PURE__ */ icon(arrowUp);
export const ChartNoAxesGantt = /* @__PURE__ */ icon(chartNoAxesGantt);
export const Check = /* @__PURE__ */ icon(check);
export const ChevronDown = /* @__PURE__ */ icon(chevronDown);
export const ChevronLeft = /* @__PURE__ */ icon(chevronLeft);
export const ChevronRight = /* @__PURE__ */ icon(chevronRight);
export const ChevronsUpDown = /* @__PURE__ */ icon(chevronsUpDown);
export const CircleUserRound = /* @__PURE__ */ icon(circleUserRound);
export const Copy = /* @__PURE__ */ icon(copy);
export const Download = /* @__PURE__ */ icon(download);
export const Ellipsis = /* @__PURE__ */ icon(ellipsis);
export const Eye = /* @__PURE__ */ icon(eye);
export const EyeOff = /* @__PURE__ */ icon(eyeOff);
export const FileUp = /* @__PURE__ */ icon(fileUp);
export const Handshake = /* @__PURE__ */ icon(handshake);
export const Hourglass = /* @__PURE__ */ icon(hourglass);
export const Inbox = /* @__PURE__ */ icon(inbox);
export const Monitor = /* @__PURE__ */ icon(monitor);
export const Moon = /* @__PURE__ */ icon(moon);
export const Plus = /* @__PURE__ */ icon(plus);
export const Printer = /* @__PURE__ */ icon(printer);
export const Search = /* @__PURE__ */ icon(search);
export const Settings = /* @__PURE__ */ icon(settings);
export const Share2 = /* @__PURE__ */ icon(share2);
export const SquareKanban = /* @__PURE__ */ icon(squareKanban);
export const Sun = /* @__PURE__ */ icon(sun);
export const TriangleAlert = /* @__PURE__ */ icon(triangleAlert);
export const X = /* @__PURE__ */ icon(x);
