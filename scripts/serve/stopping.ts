type Undo = () => Promise<void>;

const undos: Undo[] = [];
let stopping: Promise<never> | null = null;

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop(0));

// npm passes a signal on to its shell, which dies without telling us.
const { npm_lifecycle_event: npmScript } = process.env;
if (npmScript !== undefined) {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) void stop(0);
  }, 500).unref();
}

/** What has to be undone at the end, the latest first. */
export function onStop(undo: Undo): void {
  undos.push(undo);
}

/** Stops everything in order and ends the process. Asked twice, it is the same stop. */
export function stop(code: number): Promise<never> {
  stopping ??= undoAll(code);
  return stopping;
}

async function undoAll(code: number): Promise<never> {
  for (const undo of undos.toReversed()) {
    await undo().catch((error: unknown) => console.error(error));
  }
  process.exit(code);
}
