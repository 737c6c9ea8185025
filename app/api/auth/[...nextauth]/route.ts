import NextAuth from "next-auth";
import { redirect } from "next/navigation";
import type { NextRequest } from "next/server";
import { openAccount } from "@/lib/auth/account-context";
import { nextAuthOptions, refusedPage } from "@/lib/auth/next-auth";
import { asSignInRequest } from "@/lib/auth/next-auth-request";
import { AppError } from "@/lib/domain/errors";
import { postAfterwards } from "@/lib/mail/post-afterwards";
import { signInWithProvider } from "@/lib/use-cases/account/sign-in-with-provider";

type Context = { readonly params: Promise<{ nextauth: string[] }> };

/** Of next-auth's entries only the two of OAuth are open: the way to a provider, and the way back. */
export async function POST(request: NextRequest, context: Context): Promise<Response> {
  const [action] = (await context.params).nextauth;
  if (action !== "signin") return notFound();
  try {
    return await handle(await asSignInRequest(request), context);
  } catch (error) {
    if (error instanceof AppError) return new Response(null, { status: error.code === "invalid" ? 400 : 403 });
    throw error;
  }
}

export async function GET(request: NextRequest, context: Context): Promise<Response> {
  const [action] = (await context.params).nextauth;
  if (action === "callback") return handle(request, context);
  if (action === "error" || action === "signin") redirect(refusedPage());
  return notFound();
}

async function handle(request: NextRequest, context: Context): Promise<Response> {
  const options = nextAuthOptions(async (identity) => signInWithProvider(await openAccount(postAfterwards), identity));
  const answer: unknown = await NextAuth(request, context, options);
  if (!(answer instanceof Response)) throw new TypeError("next-auth gave no response");
  return answer;
}

function notFound(): Response {
  return new Response(null, { status: 404 });
}
