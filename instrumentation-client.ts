declare global {
  var __webpack_nonce__: string | undefined;
}

// Menus and dialogs add a style sheet while they are open, under this name for the nonce that lets it in.
globalThis.__webpack_nonce__ = document.querySelector<HTMLElement>("script[nonce]")?.nonce;

export {};
