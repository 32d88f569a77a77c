import { batch } from '@preact/signals';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { expected, pasted } from '../inspect/questions.ts';
import { locale, texts } from '../locale.ts';
import { secret } from '../secret.ts';
import { tab } from '../tab.ts';
import { formatTime } from '../texts/time.ts';
import { BoundedText } from '../ui/bounded-text.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { Field, UNRECORDED } from '../ui/field.tsx';
import { isOutdated, type Made } from './issue.ts';

/** The token that was made, and for whom, to be copied or inspected. */
export function IssuedToken({ made }: { made: Made | undefined }): JSX.Element {
  const { generate: words } = texts.value;
  const output = useRef<HTMLTextAreaElement>(null);
  const isOld = made !== undefined && isOutdated(made.order);
  return (
    <div class="card form issued" data-outdated={isOld}>
      <h2>{words.result}</h2>
      {isOld && <p class="warning outdated">{words.outdated}</p>}
      <Field
        label={words.token}
        control={(props) => (
          <textarea
            {...props}
            {...UNRECORDED}
            ref={output}
            rows={6}
            readOnly
            value={made?.token ?? ''}
            placeholder={words.tokenEmpty}
          />
        )}
      />
      {made && <MadeOf made={made} />}
      <div class="actions">
        <CopyButton
          class="primary"
          label={words.copy}
          text={() => made?.token ?? ''}
          disabled={made === undefined}
          onFailure={() => output.current?.select()}
        />
        <button type="button" disabled={made === undefined} onClick={() => made && inspect(made)}>
          {words.inspect}
        </button>
      </div>
    </div>
  );
}

function MadeOf({ made: { order, expire } }: { made: Made }): JSX.Element {
  const { claims: words, fields, generate } = texts.value;
  return (
    <dl class="facts" data-made>
      <Fact term={generate.kind}>{generate.kinds[order.kind]}</Fact>
      <Fact term={words.userId}>{order.userId}</Fact>
      {order.roomId !== '' && <Fact term={fields.roomId}>{order.roomId}</Fact>}
      <Fact term={words.expire}>{formatTime(expire, locale.value, texts.value)}</Fact>
    </dl>
  );
}

function Fact({ term, children }: { term: string; children: string }): JSX.Element {
  return (
    <div>
      <dt>{term}</dt>
      <dd>
        <BoundedText text={children} />
      </dd>
    </div>
  );
}

/** Fills in what the token was made of, even if the fields were changed since. */
function inspect({ token, order }: Made): void {
  const isForRoom = order.kind === 'room';
  batch(() => {
    pasted.value = token;
    secret.value = order.serverSecret;
    expected.appId.value = String(order.appId);
    expected.userId.value = order.userId;
    expected.roomId.value = isForRoom ? order.roomId : '';
    expected.streamId.value = order.streamIds?.[0] ?? '';
    tab.value = 'inspect';
  });
  document.getElementById('tab-inspect')?.focus();
}
