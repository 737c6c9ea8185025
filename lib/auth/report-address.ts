import { webEnv } from "@/lib/env";
import { routes } from "@/lib/routes";

/** The address to hand over, whatever the request said of itself. */
export function reportAddress(token: string): string {
  return webEnv().APP_URL + routes.sharedReport(token);
}

/** Of the picture that chat programs draw, which want the whole address. */
export function imageAddress(token: string): string {
  return webEnv().APP_URL + routes.sharedImage(token);
}

/** The code for a page of one's own. A token has no sign that HTML reads. */
export function frameCode(token: string): string {
  const address = webEnv().APP_URL + routes.embeddedReport(token);
  return `<iframe src="${address}" title="Tofold" width="100%" height="480" style="border:0"></iframe>`;
}
