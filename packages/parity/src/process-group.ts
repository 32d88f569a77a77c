import { execa } from 'execa';
import { onExit } from 'signal-exit';

/** A program that was started, in a process group of its own. */
export interface ProcessGroup {
  readonly stdin: NodeJS.WritableStream;
  readonly stdout: NodeJS.ReadableStream & { destroy(): void };
  /** Kills it, and with it all that it has started. */
  kill(): void;
  /** How it ended. */
  readonly ended: Promise<ProcessEnd>;
}

interface ProcessEnd {
  /** Undefined where it was started; otherwise why it was not, such as `ENOENT`. */
  readonly notStarted?: string;
  readonly exitCode?: number;
  /** In words: the signal, or the code. */
  readonly how: string;
}

export interface GroupOptions {
  readonly cwd?: string;
  readonly env?: { readonly [name: string]: string };
  /** Is told what is written to its stderr, which goes to ours as well. */
  readonly onStderr?: (text: string) => void;
}

/** Starts a program. It ends with this process at the latest. */
export function startGroup(
  file: string,
  args: readonly string[],
  { onStderr, ...where }: GroupOptions,
): ProcessGroup {
  const child = execa(file, args, {
    ...where,
    stderr: onStderr === undefined ? 'inherit' : ['inherit', 'pipe'],
    buffer: false,
    reject: false,
    detached: true,
  });
  const kill = (): void => {
    if (child.pid === undefined) return;
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // There is nobody left in the group.
    }
  };
  // A group of its own is ended neither by Ctrl-C nor by the end of this process.
  const forget = onExit(kill);
  // What the program has started can outlive it, and hold its end of the pipe open.
  child.once('exit', kill);
  child.stderr?.setEncoding('utf8').on('data', (text: string) => onStderr?.(text));
  // A program that exits early breaks the pipe; its end says so.
  child.stdin.on('error', () => {});

  const ended = child.then(({ exitCode, signal, code }): ProcessEnd => {
    forget();
    const how = String(signal ?? code ?? `code ${exitCode}`);
    if (child.pid === undefined) return { notStarted: String(code), how };
    return { ...(exitCode !== undefined && { exitCode }), how };
  });
  return { stdin: child.stdin, stdout: child.stdout, kill, ended };
}
