import { getTranslations } from "next-intl/server";
import { openShare, visitOf } from "@/lib/auth/open-share";

/** Where a page sends whoever asks a link for more than it publishes: a page of its own cannot answer 400. */
export async function GET(_: Request, { params }: RouteContext<"/r/[token]/refused">): Promise<Response> {
  const { token } = await params;
  const answer = await openShare(await visitOf(token, "data"), new Date(), async () => null);
  if (answer.kind !== "open") return new Response(null, { status: answer.kind === "gone" ? 404 : 401 });
  const t = await getTranslations("shared");
  return new Response(t("refused"), { status: 400, headers: { "Content-Type": "text/plain; charset=utf-8" } });
}
