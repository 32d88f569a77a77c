import { diagnose, explain, type Finding, type Service } from '@token04/doctor';
import { given } from './options.ts';
import { harmless } from './text.ts';
import { UsageError } from './usage-error.ts';

/** A token that was just made, and what for. */
export interface MadeToken {
  readonly token: string;
  readonly serverSecret: string;
  readonly service: Service | undefined;
}

/** What a product refuses though the token is well made. */
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
 * Before it hurts: a token that the product would refuse is refused here, and what only some of its
 * SDKs would refuse is warned of, on stderr. Without a product those of Express are warned of.
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
