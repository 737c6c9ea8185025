import { fold } from "@/lib/domain/fold";
import type { ImportableKind, ImportMapping } from "./batch";
import { IMPORT_FIELDS, type ImportField } from "./fields";

/** Which column is probably which of our fields, by its heading. A column is guessed once, for the first field it fits. */
export function guessColumns(kind: ImportableKind, header: readonly string[]): ImportMapping["columns"] {
  const headings = header.map(headingOf);
  const taken = new Set<number>();
  const columns: Partial<Record<ImportField, number>> = {};
  for (const field of IMPORT_FIELDS[kind]) {
    const words = [headingOf(field), ...(WORDS[kind][field] ?? "").split(",").map(headingOf)];
    const found = words.map((word) => headings.findIndex((heading, at) => heading === word && !taken.has(at)));
    const at = found.find((index) => index >= 0);
    if (at === undefined) continue;
    columns[field] = at;
    taken.add(at);
  }
  return columns;
}

/** Case, accents, spaces and signs say nothing: "E-post", "e post" and "EPOST" are one heading. */
function headingOf(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]/gu, "");
}

const SHARED = {
  name: "navn,full name,fullt navn,lead,lead name,contact,contact name,kontakt,kontaktperson,kontaktnavn,person",
  channel: "kanal,source,lead source,kilde,leadkilde,origin,original source,utm source,medium,lead channel",
  campaign: "kampanje,utm campaign,campaign name,kampanjenavn",
  owner: "ansvarlig,eier,responsible,owner name,lead owner,contact owner,deal owner,record owner,selger,saksbehandler",
  stage: "steg,status,lead status,lifecycle stage,deal stage,pipeline stage,fase,trinn",
  amount: "beløp,verdi,value,deal value,deal amount,sum,estimated value,forventet verdi,expected value,pris,mrr",
  currency: "valuta,currency code,deal currency,valutakode",
} satisfies Partial<Record<ImportField, string>>;

const OF_LEAD = "lead id,lead ref,leadid,mql id,contact id,kontakt id,lead nummer,lead external id";
const OF_OPPORTUNITY = "opportunity id,deal id,mulighet id,salgsmulighet id,opportunity,salgsmulighet";

const WORDS: Readonly<Record<ImportableKind, Readonly<Partial<Record<ImportField, string>>>>> = {
  leads: {
    ...SHARED,
    external_id: `ekstern id,id,record id,${OF_LEAD},kundenummer,referanse,reference`,
    company: "firma,bedrift,selskap,company name,organisation,organization,organisasjon,account,account name,kunde",
    email: "e-post,epost,e-mail,mail,email address,e-postadresse,epostadresse",
    phone: "telefon,tlf,mobil,mobile,phone number,telefonnummer,mobilnummer,mobile phone",
    came_in_on:
      "first contact date,created,created on,created at,create date,created date,date,dato,opprettet,opprettet dato,kom inn,inn,mottatt,registrert",
    qualified_on: "kvalifisert,qualified,qualified date,became opportunity,became an opportunity date,kvalifisert dato",
    customer_on: "kunde siden,customer since,became customer,became a customer date,won date,vunnet,vunnet dato",
    not_a_fit_on: "ikke aktuell,ikke aktuelt,disqualified,unqualified,disqualified on,lost date,tapt dato",
    excluded_as: "holdt utenfor,excluded,utelatt",
    note: "notat,notater,notes,comment,comments,kommentar,beskrivelse,description,melding,message",
  },
  opportunities: {
    ...SHARED,
    external_id: `ekstern id,id,record id,${OF_OPPORTUNITY}`,
    lead_external_id: OF_LEAD,
    name: `${SHARED.name},opportunity name,deal name,title,tittel,mulighet,salgsmulighet`,
    opened_on: "åpnet,opprettet,created,created on,created at,create date,created date,opened,open date,startdato,dato",
    won_on: "vunnet,vunnet dato,won date,won time,won at,closed won date,won",
    lost_on: "tapt,tapt dato,lost date,lost time,lost at,closed lost date,lost",
    lost_reason: "tapsårsak,årsak,reason,closed lost reason,loss reason,grunn",
  },
  deals: {
    ...SHARED,
    external_id: "ekstern id,id,record id,deal id,avtale id,avtalenummer,contract id,ordrenummer,order id",
    lead_external_id: OF_LEAD,
    opportunity_external_id: OF_OPPORTUNITY.replace("deal id,", ""),
    signed_on:
      "won date,won time,signert,signert dato,signed,signed date,close date,closed date,avtaledato,dato,date,order date",
    kind: "type,slag,deal type,avtaletype",
    term_months: "måneder,løpetid,bindingstid,term,months,contract length,antall måneder",
  },
};
