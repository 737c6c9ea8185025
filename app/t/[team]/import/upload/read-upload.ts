import { ENCODINGS } from "@/lib/csv/decode-text";
import { AppError } from "@/lib/domain/errors";
import { FILE_BYTES_MAX, IMPORT_KINDS } from "@/lib/domain/import/batch";
import { parseChoice } from "@/lib/domain/input/choice";
import type { UploadImport } from "@/lib/use-cases/import/upload-import";

// What a form writes round its fields.
const BODY_BYTES_MAX = FILE_BYTES_MAX + 64 * 1024;

/** The form's fields. A body that is too large is not read to its end, whatever length it claims to have. */
export async function readUpload(request: Request): Promise<UploadImport> {
  const form = await readForm(request);
  const kind = parseChoice(form.get("kind"), IMPORT_KINDS);
  if (!kind.ok) throw new AppError("file-refused", { reason: "kind" });
  const encoding = ENCODINGS.find((one) => one === form.get("encoding"));
  const file = form.get("file");
  const pasted = form.get("pasted");
  const common = { kind: kind.value };
  if (file instanceof File && file.size > 0) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    return { ...common, fileName: file.name, bytes, ...(encoding ? { encoding } : {}) };
  }
  if (typeof pasted !== "string" || pasted.trim() === "") throw new AppError("file-refused", { reason: "no-file" });
  return { ...common, fileName: "", bytes: new TextEncoder().encode(pasted) };
}

async function readForm(request: Request): Promise<FormData> {
  const type = request.headers.get("content-type") ?? "";
  if (!type.startsWith("multipart/form-data") || request.body === null) {
    throw new AppError("file-refused", { reason: "not-text" });
  }
  if (Number(request.headers.get("content-length")) > BODY_BYTES_MAX) throw tooBig();
  let isTooBig = false;
  const counted = request.body.pipeThrough(
    counter(() => {
      isTooBig = true;
    }),
  );
  try {
    return await new Response(counted, { headers: { "content-type": type } }).formData();
  } catch (cause) {
    // A body that was cut off or is no form: the parser says so with a TypeError.
    throw isTooBig ? tooBig() : new AppError("file-refused", { reason: "not-text" }, { cause });
  }
}

function counter(onTooBig: () => void): TransformStream<Uint8Array, Uint8Array> {
  let bytes = 0;
  return new TransformStream({
    transform(chunk, controller) {
      bytes += chunk.byteLength;
      if (bytes <= BODY_BYTES_MAX) return controller.enqueue(chunk);
      onTooBig();
      controller.error(new RangeError("too big"));
    },
  });
}

function tooBig(): AppError {
  return new AppError("file-refused", { reason: "too-big" });
}
