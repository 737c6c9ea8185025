import { cx } from "class-variance-authority";

/** Tones are fill, outline and dash, never a verdict by colour. */
export function Badge({ tone = "neutral", className, ...props }: BadgeProps) {
  return (
    <span
      data-slot="badge"
      className={cx(
        "inline-flex items-center gap-1 rounded-full border px-2 text-sm whitespace-nowrap [&_svg]:size-3.5",
        TONES[tone],
        className,
      )}
      {...props}
    />
  );
}

export type BadgeProps = React.ComponentProps<"span"> & { readonly tone?: keyof typeof TONES };

const TONES = {
  neutral: "border-transparent bg-open text-fg",
  solid: "border-fg bg-fg text-bg",
  outline: "border-edge text-fg",
  dashed: "border-dashed border-edge text-muted",
  danger: "border-danger text-danger",
} as const;
