import Link from "next/link";
import { Button } from "@/components/ui/button";

/** A page that is not what was asked for, and the way on. */
export function PageMessage({ title, text, href, label }: PageMessageProps) {
  return (
    <div className="mx-auto grid max-w-prose justify-items-start gap-4 py-16">
      <h1 className="text-3xl font-semibold tracking-tight">{title}</h1>
      <p className="text-muted">{text}</p>
      <Button asChild>
        <Link href={href}>{label}</Link>
      </Button>
    </div>
  );
}

type PageMessageProps = {
  readonly title: string;
  readonly text: string;
  readonly href: string;
  readonly label: string;
};
