import type { z } from "zod";
import type { TeamContext } from "@/lib/auth/team-context";
import type { Capability } from "@/lib/domain/permissions";

/** What the API's description needs to know of one method of one path. */
export interface Described {
  readonly method: "GET" | "POST" | "PATCH";
  /** Below `/api/v1`; names in braces are fields of the input. */
  readonly path: string;
  readonly summary: string;
  readonly needs: Capability;
  /** Everything that is asked, wherever it stands: the path, then the query of a GET, or the JSON body of the others. */
  readonly input: z.ZodType;
  /** What is answered, as JSON. */
  readonly output: z.ZodType;
  readonly status?: 200 | 201;
  /** The version that `If-Match` must name becomes the field `version`. */
  readonly hasVersion?: true;
  /** The body is a file of this type, not JSON, and the field `body`; the others stand in the query, `Import-Mapping` in its header. */
  readonly bodyType?: "text/csv";
}

export interface Operation<I, T> extends Described {
  readonly input: z.ZodType<I>;
  readonly run: (ctx: TeamContext, input: I) => Promise<T>;
  /** More time than other work has. */
  readonly patienceMs?: number;
}
