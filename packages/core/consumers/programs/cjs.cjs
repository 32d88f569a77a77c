const exercise = require('./exercise.cjs');

async function main() {
  await exercise(require('@token04/core'), require('@token04/core/testing'));
  await exercise(require('@token04/core/web'), require('@token04/core/web/testing'));
}

main();
