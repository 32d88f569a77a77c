import { diagnose, explain, type Finding, type Service } from '@token04/doctor';
import { given } from './options.ts';
import { harmless } from './text.ts';
import { UsageError } from './usage-error.ts';

/** A token that was just made, and the product that it is for. */
export interface MadeToken {
  readonly token: string;
  readonly serverSecret: string;
  readonly service: Service | undefined;
}

/** For these a product refuses a token that is well made. */
const OF_PRODUCTS: ReadonlySet<Finding['id']> = new Set([
  'user-id-profile',
  'room-id-profile',
  'stream-id-profile',
  'product-payload',
  'product-lifetime',
  'expires-soon',
  'kit-missing',
  'kit-unexpected',
  'ttl-milliseconds',
]);

/**
 * Refuses a token that the product would refuse, and warns on stderr of what only some of its SDKs would
 * refuse. Without a product it warns of what Express would refuse.
 */
export async function checkByProduct({ token, serverSecret, service }: MadeToken): Promise<void> {
  const profiles = service === undefined ? (['express-native', 'express-web'] as const) : undefined;
  const { findings } = await diagnose(
    token,
    given({ serverSecret, service, userIdProfiles: profiles }),
  );
  for (const finding of findings.filter(({ id }) => OF_PRODUCTS.has(id))) {
    const { title, nextStep } = explain(finding);
    const message = harmless(`${title}. ${nextStep}`);
    if (finding.severity === 'error') throw new UsageError(message);
    process.stderr.write(`token04: warning: ${message}\n`);
  }
}
