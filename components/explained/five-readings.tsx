import { useTranslations } from "next-intl";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { Section } from "./section";

/** What each pair of steps points to; the report says the same with the team's own figures. */
export function FiveReadings() {
  const t = useTranslations("explained");
  return (
    <Section title={t("readTitle")}>
      <Table label={t("readTitle")}>
        <TableHeader>
          <TableRow>
            <TableHead className="pl-0">{t("readStepOne")}</TableHead>
            <TableHead>{t("readStepTwo")}</TableHead>
            <TableHead>{t("readMeaning")}</TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {READINGS.map(({ first, second, meaning }) => (
            <TableRow key={meaning}>
              <TableCell className="pl-0 whitespace-nowrap">
                <span aria-hidden className="text-lead">
                  ●{" "}
                </span>
                {t(first)}
              </TableCell>
              <TableCell className="whitespace-nowrap">
                <span aria-hidden className="text-opp">
                  ◆{" "}
                </span>
                {t(second)}
              </TableCell>
              <TableCell className="min-w-40">{t(meaning)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Section>
  );
}

const READINGS = [
  { first: "low", second: "notLow", meaning: "readMessage" },
  { first: "notLow", second: "low", meaning: "readSelling" },
  { first: "high", second: "low", meaning: "readQuality" },
  { first: "low", second: "low", meaning: "readAudience" },
  { first: "high", second: "high", meaning: "readMore" },
] as const;
