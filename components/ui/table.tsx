import { cx } from "class-variance-authority";

/** A wide table scrolls inside its own labelled region, never the page: `relative` keeps even its hidden texts inside. */
export function Table({ label, className, ...props }: React.ComponentProps<"table"> & { readonly label: string }) {
  return (
    <div role="region" aria-label={label} tabIndex={0} className="relative overflow-x-auto">
      <table data-slot="table" className={cx("w-full border-collapse text-left", className)} {...props} />
    </div>
  );
}

export function TableHeader(props: React.ComponentProps<"thead">) {
  return <thead {...props} />;
}

export function TableBody(props: React.ComponentProps<"tbody">) {
  return <tbody {...props} />;
}

export function TableRow({ className, ...props }: React.ComponentProps<"tr">) {
  return <tr className={cx("row", className)} {...props} />;
}

export function TableHead({ numeric = false, scope = "col", className, ...props }: CellProps<"th">) {
  // The name of a row stands on the line of its cells.
  const classes = cx(scope === "row" ? "cell-name" : "cell-title", numeric && "text-right", className);
  return <th scope={scope} className={classes} {...props} />;
}

export function TableCell({ numeric = false, className, ...props }: CellProps<"td">) {
  return <td className={cx("cell", numeric && "number", className)} {...props} />;
}

type CellProps<Tag extends "td" | "th"> = React.ComponentProps<Tag> & { readonly numeric?: boolean };
