import { cva, cx, type VariantProps } from "class-variance-authority";
import { cloneElement, isValidElement } from "react";

/** With `asChild` a link looks like a button and stays a link. */
export function Button({ tone, size, asChild = false, className, type, children, ...props }: ButtonProps) {
  const classes = buttonClasses({ tone, size, className });
  if (asChild && isValidElement<Looks>(children)) {
    return cloneElement(children, {
      ...props,
      "data-slot": "button",
      className: cx(classes, children.props.className),
    });
  }
  return (
    <button data-slot="button" type={type ?? "button"} className={classes} {...props}>
      {children}
    </button>
  );
}

type Looks = React.ComponentProps<"button"> & { readonly "data-slot": string };

export type ButtonProps = React.ComponentProps<"button"> &
  VariantProps<typeof buttonClasses> & { readonly asChild?: boolean };

const buttonClasses = cva(
  [
    "inline-flex shrink-0 items-center justify-center gap-2 rounded-control border font-medium whitespace-nowrap",
    "transition-colors disabled:opacity-55 aria-disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0",
  ],
  {
    variants: {
      tone: {
        primary: "border-fg bg-fg text-bg hover:opacity-90",
        secondary: "border-edge bg-card text-fg hover:bg-open",
        ghost: "border-transparent text-fg hover:bg-open",
        danger: "border-danger bg-card text-danger hover:bg-open",
      },
      size: {
        sm: "min-h-8 px-2.5 text-sm",
        md: "min-h-9 px-3.5",
        lg: "min-h-11 px-5",
        icon: "size-9",
      },
    },
    defaultVariants: { tone: "secondary", size: "md" },
  },
);
