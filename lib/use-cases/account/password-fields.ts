import { parseNewPassword, parsePassword } from "@/lib/domain/input/password";
import { field, optionalField } from "../fields";

export const passwordField = field(parsePassword);
/** One's own password, where only some choices of a form ask for it. */
export const maybePasswordField = optionalField(parsePassword);
export const newPasswordField = field(parseNewPassword);
