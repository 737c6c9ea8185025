import { createServer, request } from "node:http";
import { once } from "node:events";
import { expect, it } from "vitest";
import { refuseTrace } from "./refuse-trace";

it("TRACE comes to the server as a method that nothing has; every other as it was sent", async () => {
  refuseTrace();
  const seen: unknown[] = [];
  const server = createServer((asked, answer) => {
    seen.push(`${asked.method} ${asked.url}`);
    answer.end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  for (const method of ["TRACE", "GET", "POST"]) {
    const sent = request({ host: "127.0.0.1", port, method, path: "/t/nordlys" }).end();
    await once(sent, "response");
  }
  server.closeAllConnections();
  await once(server.close(), "close");
  expect(seen).toEqual(["PUT /api/livez", "GET /t/nordlys", "POST /t/nordlys"]);
});
