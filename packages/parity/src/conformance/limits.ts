// The limits of the specification, 1 and 4. They are written down here once more, because the suite
// judges the core and so takes no fact from it.

export const SECRET_BYTES = 32;
/** A uint32. */
export const MAX_APP_ID = 0xffff_ffff;
/** In UTF-16 units; beyond it some official generators refuse what others accept. */
export const MAX_PORTABLE_USER_ID = 64;
/** Ten years, in seconds; beyond it some official generators refuse what others accept. */
export const MAX_PORTABLE_TTL = 315_360_000;
/** So long that the ciphertext and a tag, or a padding, fit into the 16 bits of their length. */
export const MAX_PLAINTEXT_BYTES = 65_519;
