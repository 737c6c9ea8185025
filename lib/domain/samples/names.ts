import type { Randomness } from "./random";

const FIRST = [
  "Ingrid", "Mads", "Amina", "Lars", "Sunniva", "Erik", "Fatima", "Henrik", "Nora", "Jonas", "Maja", "Anders", "Leila",
  "Sigurd", "Tuva", "Kristian", "Yasmin", "Håkon", "Silje", "Øyvind", "Astrid", "Ole", "Mina", "Bjørn", "Ragnhild", "Ali",
] as const; // prettier-ignore
const LAST = [
  "Berg", "Haugen", "Dahl", "Lund", "Moen", "Solberg", "Strand", "Nygård", "Vik", "Eide", "Ali", "Myhre", "Aas", "Sæther",
  "Ødegård", "Brekke", "Fossum", "Hagen", "Kvam", "Lie", "Nilsen", "Rønning", "Tangen", "Ahmed", "Bakke", "Holm",
] as const; // prettier-ignore
const PLACE = [
  "Fjord", "Østfold", "Nordlys", "Havn", "Vest", "Bryggen", "Trøndelag", "Polar", "Skog", "Elv", "Mjøsa", "Kyst", "Tinde",
  "Lofot", "Sentrum", "Akershus", "Hardanger", "Viken", "Granli", "Solvik",
] as const; // prettier-ignore
const TRADE = [
  "Rør", "Regnskap", "Bygg", "Elektro", "Logistikk", "Design", "Bakeri", "Eiendom", "Klinikk", "Trafikkskole", "Fisk",
  "Maskin", "Reiser", "Renhold", "Data", "Møbler", "Sport", "Hagesenter", "Energi", "Arkitekter",
] as const; // prettier-ignore

/** A person who does not exist. */
export function personName({ pick }: Randomness): string {
  return `${pick(FIRST)} ${pick(LAST)}`;
}

/** A company that does not exist. */
export function companyName({ pick }: Randomness): string {
  return `${pick(PLACE)} ${pick(TRADE)} AS`;
}
