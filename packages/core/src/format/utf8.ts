/** Writes text as UTF-8. A lone surrogate becomes U+FFFD, so what may have one is checked before. */
export const utf8: TextEncoder = /* @__PURE__ */ new TextEncoder();
