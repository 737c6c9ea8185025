import { after } from "next/server";
import type { Letter } from "@/lib/domain/letter";
import { report } from "@/lib/log";
import { sendLetter } from "./send-letter";

/** When the answer is out: how long a letter takes, or whether there is one, is not to be seen. */
export function postAfterwards(letter: Letter): void {
  after(async () => {
    try {
      await sendLetter(letter);
    } catch (error) {
      report(error, `letter ${letter.kind}`);
    }
  });
}
