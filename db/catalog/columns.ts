import { COLUMNS } from "./relations";

const CHECKS =
  "(select conrelid, conkey, pg_get_constraintdef(oid) as text from pg_constraint where contype = 'c' and convalidated)";

/** What columns hold. */
export const COLUMN_LINTS = {
  "moment without a time zone": `select relname || '.' || attname as fault from ${COLUMNS} c
    where type like 'timestamp%without time zone' or type like 'time %' or type like 'interval%'`,

  // A float has no exact amounts, and a numeric has NaN, which passes every check from below.
  "number that is not whole": `select relname || '.' || attname as fault from ${COLUMNS} c
    where type in ('real', 'double precision', 'money') or type like 'numeric%'`,

  "amount that is not in minor units": `select relname || '.' || attname as fault from ${COLUMNS} c
    where attname like '%\\_minor' and type <> 'bigint'`,

  "currency that is not three letters": `select relname || '.' || attname as fault from ${COLUMNS} c
    where attname like '%currency' and type <> 'character(3)'`,

  "amount without a currency": `select c.relname || '.' || c.attname as fault from ${COLUMNS} c
    where c.attname like '%\\_minor'
      and not exists (select from ${COLUMNS} other where other.oid = c.oid and other.attname = 'currency')`,

  "amount or currency alone": `select c.relname || '.' || c.attname as fault
    from ${COLUMNS} c join ${COLUMNS} currency on currency.oid = c.oid and currency.attname = 'currency'
    where c.attname like '%\\_minor' and not (c.attnotnull and currency.attnotnull)
      and not exists (select from ${CHECKS} k where k.conrelid = c.oid and k.conkey @> array[c.attnum, currency.attnum]
        and k.text ~ format('\\(\\(%s IS NULL\\) = \\(currency IS NULL\\)\\)', c.attname))`,

  "amount without its bounds": `select c.relname || '.' || c.attname as fault from ${COLUMNS} c
    where c.attname like '%\\_minor' and not exists (
      select from ${CHECKS} k where k.conrelid = c.oid and k.conkey = array[c.attnum]
        and k.text ~ format('%s >= 0\\)', c.attname) and k.text ~ format('%s < ''?100000000000000''?', c.attname))`,
} as const;
