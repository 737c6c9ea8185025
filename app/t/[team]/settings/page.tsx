import { redirect } from "next/navigation";
import { routes } from "@/lib/routes";

export default async function SettingsPage({ params }: PageProps<"/t/[team]/settings">) {
  redirect(routes.settings((await params).team, "team"));
}
