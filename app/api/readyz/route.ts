import { connection } from "next/server";
import { isReady } from "@/lib/auth/readiness";

/** Whether requests can be answered now; no version, no host. */
export async function GET(): Promise<Response> {
  await connection();
  const ready = await isReady();
  return Response.json(
    { status: ready ? "ready" : "not ready" },
    { status: ready ? 200 : 503, headers: { "cache-control": "no-store" } },
  );
}
