/** The testee is at fault. The message holds no text of the testee's but an error's code. */
export class Fault extends Error {}

/** The testee says that it cannot try what it lists in `describe`, or what everyone must. */
export class Unsupported extends Error {
  constructor() {
    super('the testee says that it does not support it, and describe lists it');
  }
}
