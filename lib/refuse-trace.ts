import { subscribe } from "node:diagnostics_channel";
import { IncomingMessage } from "node:http";

/**
 * Answers TRACE with 405, whatever it asks for. A web `Request` cannot hold this method, so Next would answer that something of
 * ours is broken; it is led to a route under a method that the route does not have.
 */
export function refuseTrace(): void {
  subscribe("http.server.request.start", (message) => {
    const request = requestOf(message);
    if (request?.method !== "TRACE") return;
    request.method = "PUT";
    request.url = "/api/livez";
  });
}

/** The message of Node's channel, which promises no type. */
function requestOf(message: unknown): IncomingMessage | null {
  if (typeof message !== "object" || message === null || !("request" in message)) return null;
  return message.request instanceof IncomingMessage ? message.request : null;
}
