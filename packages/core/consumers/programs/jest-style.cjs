/* global expect, test */
// Jest runs this in a realm of its own, whose Uint8Array and Error are not those of Node.js.
const exercise = require('./exercise.cjs');

test('the Node.js entry', async () => {
  await exercise(require('@token04/core'), require('@token04/core/testing'));
});

test('the web entry', async () => {
  await exercise(require('@token04/core/web'), require('@token04/core/web/testing'));
});

test('an error of the package', () => {
  const { generateToken04, Token04Error } = require('@token04/core');
  expect(() => generateToken04(0, 'demo', 'x', 1)).toThrow(Token04Error);
});
