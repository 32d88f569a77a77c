import { node, tool } from './tools.mjs';

/** Without any tool but Node.js, and in Jest. */
export const cases = [
  { name: 'Node.js, import', run: (project) => node(project, 'esm.mjs') },
  { name: 'Node.js, require', run: (project) => node(project, 'cjs.cjs') },
  { name: 'one Token04Error in all entries', run: (project) => node(project, 'identity.mjs') },
  {
    name: 'Jest, require',
    run: (project) =>
      node(
        project,
        tool('jest/bin/jest.js'),
        '--config={"testMatch":["<rootDir>/jest-style.cjs"],"transform":{}}',
        '--no-cache',
        '--watchman=false',
      ),
  },
];
