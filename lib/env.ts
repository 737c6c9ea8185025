import { z } from "zod";

const Env = z.object({
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, "must begin with postgres://"),
  /** `false` behind PgBouncer in transaction mode. */
  PG_PREPARE: z
    .enum(["true", "false"])
    .default("true")
    .transform((text) => text === "true"),
});

/** The settings of this process, read when asked for. Nothing else reads `process.env`. */
export function env(): z.output<typeof Env> {
  return Env.parse(process.env);
}
