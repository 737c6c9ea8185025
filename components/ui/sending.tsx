/** Names this drawing of a form, so that what it makes is made once. A page drawn anew has a new one. */
export function Sending({ id }: { readonly id: string }) {
  return <input type="hidden" name="sending" value={id} />;
}
