import type { APIRequestContext, Page } from "@playwright/test";
import { serverState } from "../server-state";

/** A form as it stands in a page's HTML, with what would be sent: our actions work without scripts. */
export interface FoundForm {
  readonly path: string;
  /** The server's own id of the action. */
  readonly action: string;
  readonly fields: readonly Field[];
}
export type Field = readonly [name: string, value: string];

/** One form of each action in a page that this request may see. */
export async function formsIn(page: Page, request: APIRequestContext, path: string): Promise<readonly FoundForm[]> {
  const answer = await request.get(path);
  const html = await answer.text();
  const forms = await page.evaluate((text) => {
    const { forms: all } = new DOMParser().parseFromString(text, "text/html");
    return Array.from(all, (form) => ({
      method: form.method,
      fields: Array.from(new FormData(form), ([name, value]) => [name, String(value)] as const),
    }));
  }, html);
  return forms.flatMap(({ method, fields }) => {
    const action = fields.map(([name, value]) => /^\$ACTION_ID_(\w+)/.exec(name)?.[1] ?? idIn(value)).find(Boolean);
    return method === "post" && action
      ? [{ path: new URL(answer.url()).pathname, action, fields: fields.map(filled) }]
      : [];
  });
}

/** Sends a form to the page that it stands in, as a browser without scripts does. */
export async function send(
  request: APIRequestContext,
  { path, fields }: FoundForm,
  headers: Readonly<Record<string, string>> = { Origin: serverState().origin },
) {
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  return request.post(path, { multipart: body, headers, maxRedirects: 0 });
}

function idIn(value: string): string | undefined {
  return /^\{"id":"(\w+)","bound":/.exec(value)?.[1];
}

// So that a form is not refused for what is missing before the team is looked at.
const FILLINGS: Readonly<Record<string, string>> = {
  name: "Kari",
  line: "Kari",
  email: "kari@example.com",
  amount: "100",
  percent: "20",
  excludedAs: "spam",
};

function filled([name, value]: Field): Field {
  return [name, value === "" ? (FILLINGS[name] ?? value) : value];
}
