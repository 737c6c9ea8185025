/** The account that owns the sample teams. */
export const SAMPLE_SIGN_IN = { email: "kari@example.com", password: "tofold-sample-sign-in" } as const;

// A stand-in that makes nothing: the sample teams are not written yet.
/** Makes the three sample teams and their account. Called on the first start only, and again if that one did not finish. */
export async function seedSamples(_appUrl: string): Promise<void> {}
