/** `value` of `max`; the label is the sentence that says so. */
export function Progress({ value, max, label }: ProgressProps) {
  return (
    <div className="grid gap-1.5">
      <progress
        value={value}
        max={max}
        aria-label={label}
        className="h-2 w-full overflow-hidden rounded-full bg-open [&::-moz-progress-bar]:bg-fg [&::-webkit-progress-bar]:bg-open [&::-webkit-progress-value]:bg-fg"
      />
      <p role="status" className="text-sm text-muted">
        {label}
      </p>
    </div>
  );
}

type ProgressProps = { readonly value: number; readonly max: number; readonly label: string };
