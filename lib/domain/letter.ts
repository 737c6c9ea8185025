/** A letter as data: to whom, in which language, about what. Its words stand in the message files under `mail.*`. */
export type Letter = { readonly to: string; readonly locale: "nb" | "en" } & LetterContent;

export type LetterContent =
  | { readonly kind: "confirm-email"; readonly token: string }
  | { readonly kind: "reset-password"; readonly token: string }
  /** Somebody tried to sign up with an address that has an account. */
  | { readonly kind: "known-address" }
  | { readonly kind: "password-changed" }
  /** Somebody tries password after password at a report link. */
  | { readonly kind: "link-tries"; readonly report: string; readonly team: string; readonly slug: string }
  | {
      readonly kind: "link-ends";
      readonly report: string;
      readonly team: string;
      readonly slug: string;
      readonly endsAt: Date;
      readonly timeZone: string;
    }
  | { readonly kind: "invitation"; readonly token: string; readonly who: string; readonly team: string };
