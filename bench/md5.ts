import { createHash } from "node:crypto";

/** As Postgres casts an md5 to a uuid: how the bench's ids are found again. */
export function md5(text: string): string {
  const hex = createHash("md5").update(text).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
