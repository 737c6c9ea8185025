import { cookies } from "next/headers";
import { hasOwnOrigin } from "@/lib/auth/own-origin";
import { shareCookie } from "@/lib/auth/share-cookie";
import { unlockShare } from "@/lib/auth/unlock-share";
import { postAfterwards } from "@/lib/mail/post-afterwards";
import { routes } from "@/lib/routes";

const BODY_BYTES_MAX = 10_000;

/** Takes the password of a link. What it gives for it is a cookie of this link's addresses: no proof is ever in one of them. */
export async function POST(request: Request, { params }: RouteContext<"/r/[token]/unlock">): Promise<Response> {
  const { token } = await params;
  if (!(await hasOwnOrigin())) return new Response(null, { status: 403 });
  const size = Number(request.headers.get("content-length") ?? Infinity);
  if (!(size <= BODY_BYTES_MAX)) return new Response(null, { status: 413 });
  const form = await request.formData().catch(() => null);
  if (form === null) return new Response(null, { status: 400 });
  const answer = await unlockShare(token, form.get("password"), new Date(), postAfterwards);
  switch (answer.kind) {
    case "gone":
      return new Response(null, { status: 404 });
    case "wrong":
      return seeOther(routes.sharedReport(token, { password: "wrong" }));
    case "too-many":
      return seeOther(routes.sharedReport(token, { password: "wait" }));
    case "unlocked": {
      const { name, options } = shareCookie(token);
      (await cookies()).set(name, answer.proof, options);
      return seeOther(routes.sharedReport(token));
    }
  }
}

function seeOther(address: string): Response {
  return new Response(null, { status: 303, headers: { Location: address } });
}
