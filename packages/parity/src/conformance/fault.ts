/** The testee is at fault. The message holds no text of the testee's but an error's code. */
export class Fault extends Error {}

/** The testee says that it cannot try this. */
export class Unsupported extends Error {
  constructor() {
    super('the testee does not support it');
  }
}
