import { parseNewPassword, parsePassword } from "@/lib/domain/input/password";
import { field } from "../fields";

export const passwordField = field(parsePassword);
export const newPasswordField = field(parseNewPassword);
