/** As the form of a new link sends it, with nothing ticked but the hiding of small counts. */
export const PLAIN = {
  ...{ name: "Board report", locale: "en", mode: "frozen", period: "12m", from: "", to: "", basis: "start" },
  ...{ hideSmall: "on", days: "90", protection: "none", embedOrigins: "" },
} as const;
