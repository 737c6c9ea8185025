/** Which row a form is for, and the version of it that the reader saw. */
export function SeenRow({ id, version }: { readonly id: string; readonly version: number }) {
  return (
    <>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
    </>
  );
}
