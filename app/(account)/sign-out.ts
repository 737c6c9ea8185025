"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { assertOwnOrigin } from "@/lib/auth/own-origin";
import { endSession } from "@/lib/auth/session";
import { routes } from "@/lib/routes";

/** Ends the session's row, and makes the browser forget the pages it has kept. */
export async function signOut(): Promise<void> {
  await assertOwnOrigin();
  await endSession();
  revalidatePath(routes.landing(), "layout");
  redirect(routes.landing());
}
