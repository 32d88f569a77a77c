import { Command } from 'commander';
import packageJson from '../package.json' with { type: 'json' };
import { addCompletion } from './commands/completion.ts';
import { addDoctor } from './commands/doctor.ts';
import { addExplain } from './commands/explain.ts';
import { addGenerate } from './commands/generate.ts';
import { addInspect } from './commands/inspect.ts';
import { addVerify } from './commands/verify.ts';
import { addExamples, addSection } from './lib/sections.ts';

/** The command line, of which the help, the man page and the completion are made. */
export function createProgram(): Command {
  const program = new Command('token04')
    .description('Make, inspect, verify and diagnose ZEGO token04, and explain error codes.')
    .version(packageJson.version)
    .exitOverride()
    // cli.ts prints errors, since commander's repeat what was typed, which may be a secret.
    .configureOutput({ outputError: () => {} });
  addGenerate(program);
  addInspect(program);
  addVerify(program);
  addDoctor(program);
  addExplain(program);
  addCompletion(program);
  addSection(
    program,
    'Environment',
    `ZEGO_SERVER_SECRET  the server secret, where no --secret-file is given
NO_COLOR            no colours, if it is not empty; there are none in pipes and files either`,
  );
  addSection(
    program,
    'Exit status',
    `0  good
1  the token is bad, the code unknown, or the output lost
2  wrong usage`,
  );
  addExamples(
    program,
    `export ZEGO_SERVER_SECRET=…   # or --secret-file
token04 generate --app-id 1234567890 --user demo --ttl 1h --room r1
token04 generate --app-id 1234567890 --user demo --ttl 1h | token04 verify -`,
  );
  return program;
}
