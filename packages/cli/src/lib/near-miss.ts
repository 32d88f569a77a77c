import type { Command } from 'commander';

/** What other tools and the core call these options. */
const SYNONYMS: { readonly [name: string]: string } = {
  userid: '--user',
  uid: '--user',
  roomid: '--room',
  streamid: '--stream',
  streamids: '--stream',
  streams: '--stream',
  expire: '--ttl',
  expires: '--ttl',
  expiry: '--ttl',
  duration: '--ttl',
  lifetime: '--ttl',
  effectivetimeinseconds: '--ttl',
  application: '--app-id',
  app: '--app-id',
  username: '--user-name',
  secretpath: '--secret-file',
  lang: '--language',
  locale: '--language',
};

/**
 * The option that was meant by one that was typed in another spelling, such as `--appid`. Commander
 * alone says that the right one is missing, and not why.
 */
export function nearMiss(command: Command, typed: readonly string[]): NearMiss | undefined {
  const options = command.options.flatMap(({ long }) => (long ? [long] : []));
  for (const word of typed) {
    const [name = ''] = word.split('=', 1);
    if (!/^-{1,2}[A-Za-z][\w-]{1,24}$/.test(name) || options.includes(name)) continue;
    const plain = plainOf(name);
    const meant = options.find((option) => plainOf(option) === plain) ?? SYNONYMS[plain];
    if (meant && options.includes(meant)) return { name, meant };
  }
  return undefined;
}

interface NearMiss {
  readonly name: string;
  readonly meant: string;
}

function plainOf(option: string): string {
  return option.toLowerCase().replace(/[-_]/g, '');
}
