/** What is being typed, kept while the tab lives: a page left by mistake, or drawn anew, gives it back. */
export interface LineDraft {
  readonly read: () => string;
  readonly write: (line: string) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function lineDraft(key: string): LineDraft {
  const listeners = new Set<() => void>();
  let line: string | null = null;
  return {
    read: () => (line ??= storage()?.getItem(key) ?? ""),
    write(typed) {
      if (line === typed) return;
      line = typed;
      if (typed === "") storage()?.removeItem(key);
      else storage()?.setItem(key, typed);
      listeners.forEach((listener) => listener());
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Some browsers are set to keep nothing, and throw at the mere question; the line is then kept by its page alone. */
function storage(): Storage | null {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}
