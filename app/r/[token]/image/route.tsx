import { ImageResponse } from "next/og";
import { getTranslations } from "next-intl/server";
import { openShare, visitOf } from "@/lib/auth/open-share";

const SIZE = { width: 1200, height: 630 } as const;

/** What chat programs draw beside a link: whose product it is and that it is a report, never a figure or a name. */
export async function GET(_: Request, { params }: RouteContext<"/r/[token]/image">): Promise<Response> {
  const { token } = await params;
  const answer = await openShare(await visitOf(token, "image"), new Date(), async ({ link }) => link.locale);
  if (answer.kind !== "open") return new Response(null, { status: answer.kind === "gone" ? 404 : 401 });
  const t = await getTranslations({ locale: answer.data, namespace: "shared" });
  return new ImageResponse(<Picture text={t("previewTitle")} />, {
    ...SIZE,
    headers: { "Cache-Control": "private, no-store" },
  });
}

// Drawn without a style sheet: the colours are those of `app/globals.css`.
const COLOURS = { fg: "#0f172a", bg: "#ffffff", muted: "#475569", lead: "#0b62a8", opp: "#c2410c" };

function Picture({ text }: { readonly text: string }) {
  return (
    <div
      style={{
        width: "100%",
        height: "100%",
        display: "flex",
        flexDirection: "column",
        justifyContent: "center",
        padding: 96,
        gap: 36,
        background: COLOURS.bg,
        color: COLOURS.fg,
      }}
    >
      <div style={{ width: 480, height: 84, borderRadius: 12, background: COLOURS.lead }} />
      <div style={{ width: 216, height: 84, borderRadius: 12, background: COLOURS.opp }} />
      <div style={{ fontSize: 88 }}>Tofold</div>
      <div style={{ fontSize: 44, color: COLOURS.muted }}>{text}</div>
    </div>
  );
}
