import { randomBytes } from "node:crypto";
import { asId, type Id } from "@/lib/domain/ids";

/** A UUIDv7 (RFC 9562, 5.7): 48 bits of milliseconds, the rest random. Made here, so that no database tells us anything. */
export function newId<T extends Id<string>>(now: number = Date.now()): T {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now, 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString("hex");
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)];
  return asId<T>(parts.join("-"));
}
