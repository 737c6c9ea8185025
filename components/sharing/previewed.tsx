"use client";

import { createContext, use, useEffect, useMemo, useRef, useState } from "react";

const Previewed = createContext({ isStale: false, setStale: (_: boolean) => {} });

/** Holds whether what is chosen is still what the preview shows: a link shows its preview, so the two must not part. */
export function PreviewedDraft({ children }: { readonly children: React.ReactNode }) {
  const [isStale, setStale] = useState(false);
  const value = useMemo(() => ({ isStale, setStale }), [isStale]);
  return (
    <Previewed value={value}>
      <div className="group/draft">{children}</div>
    </Previewed>
  );
}

/** The form whose preview it is. A browser may bring back what was chosen before, so it is looked at on arrival too. */
export function PreviewedContent({ children }: { readonly children: React.ReactNode }) {
  const { setStale } = use(Previewed);
  const content = useRef<HTMLDivElement>(null);
  const compare = () => setStale(isChanged(content.current));
  useEffect(() => setStale(isChanged(content.current)), [setStale]);
  return (
    <div ref={content} onChange={compare}>
      {children}
    </div>
  );
}

/** What publishes, or what is to be done first. Without scripts the style sheet tells what has been ticked or chosen since. */
export function WhenPreviewed({ otherwise, children }: WhenPreviewedProps) {
  if (use(Previewed).isStale) return otherwise;
  return (
    <>
      <div className="group-has-[#link-content_:is(:checked:not(:default),:is(input,option):default:not(:checked))]/draft:hidden">
        {children}
      </div>
      <div className="hidden group-has-[#link-content_:is(:checked:not(:default),:is(input,option):default:not(:checked))]/draft:block">
        {otherwise}
      </div>
    </>
  );
}

interface WhenPreviewedProps {
  readonly otherwise: React.ReactNode;
  readonly children: React.ReactNode;
}

function isChanged(content: HTMLElement | null): boolean {
  const fields = content?.querySelectorAll<HTMLInputElement | HTMLOptionElement>("input, option") ?? [];
  return Array.from(fields).some((field) => {
    if (field instanceof HTMLOptionElement) return field.selected !== field.defaultSelected;
    return field.checked !== field.defaultChecked || field.value !== field.defaultValue;
  });
}
