import { Button } from "@/components/ui/button";
import { Card, CardTitle } from "@/components/ui/card";

/** Where a figure could not be had: what it was, that the rest is right, and another try. */
export function FailedCard({ title, text, retry, onRetry }: FailedCardProps) {
  return (
    <Card className="grid justify-items-start gap-2">
      {title === "" ? null : <CardTitle>{title}</CardTitle>}
      <p>{text}</p>
      <Button size="sm" tone="secondary" data-print="hide" onClick={onRetry}>
        {retry}
      </Button>
    </Card>
  );
}

export interface FailedWords {
  readonly title: string;
  readonly text: string;
  readonly retry: string;
}

interface FailedCardProps extends FailedWords {
  readonly onRetry: () => void;
}
