/** Once, when the server starts; never while it is built. */
export async function register(): Promise<void> {
  if (process.env["NEXT_RUNTIME"] !== "nodejs") return;
  const { refuseTrace } = await import("@/lib/refuse-trace");
  refuseTrace();
  const { startJobs } = await import("@/lib/jobs/start-jobs");
  startJobs();
}
