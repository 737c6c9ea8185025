import { accept } from "@/lib/domain/input/parsed";
import { field } from "../fields";

/** Where the visitor wanted to go. Any text will do here: `pageAfterSignIn` goes to pages of our own only. */
export const nextField = field((input) => accept(typeof input === "string" ? input : ""));
