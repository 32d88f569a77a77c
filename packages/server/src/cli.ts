#!/usr/bin/env node
import { once } from 'node:events';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { pino } from 'pino';
import packageJson from '../package.json' with { type: 'json' };
import { serve } from './node/serve.ts';
import { type App, createApp } from './ready/app.ts';
import { type Config, ConfigError, readConfig } from './ready/config.ts';
import { settingsHelp } from './ready/help.ts';
import { createLogOutput } from './ready/log-output.ts';
import { listenFor, serveMetrics } from './ready/metrics-server.ts';
import { printable } from './ready/printable.ts';

const EXIT_FAILED = 1;
const EXIT_BAD_CONFIG = 2;

const program = new Command('token04-server')
  .description('A token endpoint for ZEGO token04. Its settings come from the environment.')
  .version(packageJson.version)
  .option('--config <file>', 'a JSON file of settings; the environment wins', takeOnce)
  .option('--dev-identity <user>', 'DEVELOPMENT ONLY: anyone who asks is this user', takeOnce)
  .addHelpText('after', settingsHelp)
  .allowExcessArguments(false)
  .exitOverride()
  // Its texts repeat what was given, which may be a secret; what is wrong is told below.
  .configureOutput({ writeErr: () => {} })
  .action(run);

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    if (error.exitCode !== 0) process.stderr.write(`token04-server: ${usageMistake(error)}\n`);
    process.exitCode = error.exitCode === 0 ? 0 : EXIT_BAD_CONFIG;
  } else if (error instanceof ConfigError) {
    for (const mistake of error.mistakes) process.stderr.write(`${printable(mistake)}\n`);
    process.exitCode = EXIT_BAD_CONFIG;
  } else {
    process.stderr.write(`token04-server: ${printable((error as Error).message)}\n`);
    process.exitCode = EXIT_FAILED;
  }
}

async function run(options: { config?: string; devIdentity?: string }): Promise<void> {
  const config: Config = readConfig(process.env, options.config, options.devIdentity);
  const output = createLogOutput(process.stdout);
  const log = pino({ level: config.logLevel }, output);
  // From here on, so that none ends a server that has hardly begun, or is lost on it.
  const asked = firstSignal();
  let app: App | undefined;
  process.on('SIGHUP', () => app?.reloadSecrets());
  app = await createApp(config, log);
  try {
    const server = await listenFor('HOST, PORT', () =>
      serve(app.fetch, { port: config.port, hostname: config.host }),
    );
    const metrics = await serveMetrics(app.metrics, config).catch(async (error) => {
      await server.stop();
      throw error;
    });
    log.info(
      { url: `${server.url}/token`, metrics: metrics && `${metrics.url}/metrics` },
      'listening',
    );
    if (metrics === undefined) {
      log.warn(
        'no metrics, since their usual port is taken; METRICS_PORT can be another, or 0 for any',
      );
    }
    if (config.devIdentity !== undefined) {
      log.warn({ userId: config.devIdentity }, 'DEVELOPMENT ONLY: anyone who asks is this user');
    }
    const signal = await asked;
    log.info({ signal }, 'stopping');
    await Promise.all([server.stop(), metrics?.stop()]);
    log.info('stopped');
    await output.end();
    // A log that nobody reads, or what an identity provider has not answered, would keep it alive.
    process.exit();
  } finally {
    app.end();
  }
}

/** The last one would win, and nobody would see that the first does nothing. */
function takeOnce(value: string, before: string | undefined): string {
  if (before !== undefined) throw new InvalidArgumentError('It is given twice.');
  return value;
}

function usageMistake({ code, message }: CommanderError): string {
  const flag = /'(--[a-z-]{1,24})[ ']/.exec(message)?.[1];
  if (code === 'commander.optionMissingArgument' && flag)
    return `${flag} needs a value; see --help`;
  if (code === 'commander.unknownOption' && flag) return `there is no ${flag}; see --help`;
  if (code === 'commander.invalidArgument' && flag) return `${flag} is given twice; see --help`;
  return 'it takes --config FILE and --dev-identity USER, and nothing else; see --help';
}

/** The second one ends the process, as it would by itself. */
async function firstSignal(): Promise<string> {
  const listening = new AbortController();
  const { signal } = listening;
  const names = ['SIGTERM', 'SIGINT'];
  const first = await Promise.race(
    names.map((name) => once(process, name, { signal }).then(() => name)),
  );
  listening.abort();
  return first;
}
