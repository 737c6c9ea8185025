/** How many of how many. */
export interface Share {
  readonly hits: number;
  readonly trials: number;
}
