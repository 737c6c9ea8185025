import type nb from "@/messages/nb.json";
import type { Locale as TofoldLocale } from "./locale";

declare module "next-intl" {
  interface AppConfig {
    Locale: TofoldLocale;
    Messages: typeof nb;
  }
}
