import { Argument, type Command } from 'commander';
import { complete } from '../lib/completion.ts';
import { print } from '../lib/output.ts';
import { addExamples } from '../lib/sections.ts';
import { got, UsageError } from '../lib/usage-error.ts';

const SHELLS = ['bash', 'zsh', 'fish'] as const;
type Shell = (typeof SHELLS)[number];

export function addCompletion(program: Command): void {
  const command = program
    .command('completion')
    .summary('print the completion script of a shell')
    .description('Print a script with which the shell completes commands, options and values.')
    .addArgument(new Argument('<shell>').choices(SHELLS).argParser(parseShell))
    .action(printScript);
  addExamples(
    command,
    `source <(token04 completion bash)    # in ~/.bashrc
source <(token04 completion zsh)     # in ~/.zshrc, after compinit
token04 completion fish > ~/.config/fish/completions/token04.fish`,
  );

  // The scripts of the shells call it, with the line in the environment.
  program
    .command('completion-server', { hidden: true })
    .argument('[words...]')
    .action(() => printCompletions(program));
}

/** Not tabtab's script, because that runs a command substitution that has been typed, through `eval`. */
const FISH_SCRIPT = `function _token04_completion
    set --local line (commandline --cut-at-cursor --current-process)
    set --local found (env SHELL=fish COMP_LINE="$line" COMP_POINT=(string length -- "$line") \\
        token04 completion-server)
    if test "$found" = __tabtab_complete_files__
        __fish_complete_path (commandline --cut-at-cursor --current-token)
    else
        printf '%s\\n' $found
    end
end
complete --command token04 --no-files --arguments '(_token04_completion)'`;

// tabtab is imported when it is needed, since it takes longer to load than all the rest.

async function printScript(shell: Shell): Promise<void> {
  if (shell === 'fish') return print(FISH_SCRIPT);
  const { default: tabtab } = await import('@pnpm/tabtab');
  const name = 'token04';
  print((await tabtab.getCompletionScript({ name, completer: name, shell })).trimEnd());
}

async function printCompletions(program: Command): Promise<void> {
  const { default: tabtab } = await import('@pnpm/tabtab');
  const completions = complete(program, tabtab.parseEnv(process.env).partial);
  if (completions === 'files') tabtab.logFiles();
  else tabtab.log([...completions], tabtab.getShellFromEnv(process.env));
}

function parseShell(value: string): Shell {
  if ((SHELLS as readonly string[]).includes(value)) return value as Shell;
  throw new UsageError(`the shell must be ${SHELLS.join(' or ')}, got ${got(value)}`);
}
