import { randomFillSync } from "node:crypto";
import { asId, type Id } from "@/lib/domain/ids";

/** A UUIDv7 (RFC 9562, 5.7): 48 bits of milliseconds, the rest random. Made here, so that no database tells us anything. */
export function newId<T extends Id<string>>(now: number = Date.now()): T {
  const bytes = nextRandom();
  bytes.writeUIntBE(now, 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString("hex");
  return asId<T>(`${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`);
}

// Asking for the bytes of one id costs more than all the rest, and an import makes tens of thousands.
const ID_BYTES = 16;
const pool = Buffer.alloc(ID_BYTES * 256);
let used = pool.length;

/** Bytes that no other id has had. */
function nextRandom(): Buffer {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += ID_BYTES;
  return pool.subarray(used - ID_BYTES, used);
}
