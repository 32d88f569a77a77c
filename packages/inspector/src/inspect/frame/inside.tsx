import { type Signal, useSignal } from '@preact/signals';
import type { Diagnosis } from '@token04/doctor';
import type { JSX } from 'preact';
import { texts } from '../../locale.ts';
import { fitsSixteen } from '../../media.ts';
import { BoundedText } from '../../ui/bounded-text.tsx';
import { Section } from '../../ui/section.tsx';
import { hexRows } from './hex-rows.ts';
import { Legend } from './legend.tsx';
import { type BodyPart, type PartName, partsOf, textPieces } from './parts.ts';

/** Which part is pointed at, by mouse, finger or keyboard: all that shows it is marked. */
export type Pointed = Signal<PartName | undefined>;

interface InsideProps {
  diagnosis: Diagnosis;
  body: Uint8Array;
}

/** A token from the outside in: its text, its bytes, what each part means, and what is encrypted. */
export function Inside({ diagnosis, body }: InsideProps): JSX.Element {
  const { frame: words } = texts.value;
  const pointed: Pointed = useSignal(undefined);
  const parts = partsOf(body);
  const missing = parts.reduce((sum, part) => sum + part.missing, 0);
  const point = (event: Event): void => {
    const part = (event.target as Element).closest<HTMLElement>('[data-part]');
    pointed.value = part?.dataset['part'] as PartName | undefined;
  };
  return (
    <Section title={words.title} detail={words.detail(body.length, missing)}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: for the keyboard the legend has buttons */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the same */}
      <div
        class="inside"
        data-pointed={pointed.value}
        onPointerOver={(event) => isMouse(event) && point(event)}
        onPointerLeave={(event) => {
          if (isMouse(event)) pointed.value = undefined;
        }}
        onClick={point}
        onFocusIn={point}
      >
        <Ribbon parts={parts} />
        <TokenText parts={parts} missing={missing} />
        <div class="frame">
          <Legend parts={parts} diagnosis={diagnosis} pointed={pointed} />
          <Dump parts={parts} />
        </div>
        {diagnosis.decoded && <Decrypted plaintext={diagnosis.decoded.plaintext} />}
      </div>
    </Section>
  );
}

/** Only a mouse marks by hovering: what a finger has marked by a tap stays marked. */
function isMouse({ pointerType }: PointerEvent): boolean {
  return pointerType === 'mouse';
}

/** The parts and what is missing, side by side; a longer part is wider. */
function Ribbon({ parts }: { parts: readonly BodyPart[] }): JSX.Element {
  // By the square root of the length, since the ciphertext would leave no room for the others.
  const width = (bytes: number): { flexGrow: number } => ({ flexGrow: Math.sqrt(bytes) });
  return (
    <div class="ribbon" aria-hidden="true">
      {parts.map(({ name, bytes, missing }) => (
        <>
          {bytes.length > 0 && (
            <span class={`byte-${name}`} data-part={name} style={width(bytes.length)} />
          )}
          {missing > 0 && <span class="missing" data-part={name} style={width(missing)} />}
        </>
      ))}
    </div>
  );
}

function TokenText({
  parts,
  missing,
}: {
  parts: readonly BodyPart[];
  missing: number;
}): JSX.Element {
  const { frame: words } = texts.value;
  return (
    <div>
      <h3>{words.text}</h3>
      <p class="token-text">
        {textPieces(parts).map((piece, index) =>
          'omitted' in piece ? (
            <span key={index} class="omitted">
              {words.omittedCharacters(piece.omitted)}
            </span>
          ) : (
            <span key={index} class={`byte-${piece.name}`} data-part={piece.name}>
              {piece.text}
            </span>
          ),
        )}
        {missing > 0 && <span class="missing">{words.missing(missing)}</span>}
      </p>
    </div>
  );
}

function Dump({ parts }: { parts: readonly BodyPart[] }): JSX.Element {
  const { frame: words } = texts.value;
  return (
    <div>
      <h3>{words.bytes}</h3>
      <div class="dump" role="img" aria-label={words.dump}>
        {hexRows(parts, fitsSixteen.value ? 16 : 8).map((row) =>
          'omitted' in row ? (
            <p key="omitted" class="omitted">
              {words.omitted(row.omitted)}
            </p>
          ) : (
            <p key={row.offset}>
              <span class="offset">{String(row.offset).padStart(5)}</span>
              {row.runs.map(({ name, hex, isMissing }) => (
                <>
                  {' '}
                  <span
                    key={`${name} ${isMissing}`}
                    class={isMissing ? 'missing' : `byte-${name}`}
                    data-part={name}
                  >
                    {hex}
                  </span>
                </>
              ))}
            </p>
          ),
        )}
      </div>
    </div>
  );
}

/** What the ciphertext holds; the expire in it is the one that counts. */
function Decrypted({ plaintext }: { plaintext: string }): JSX.Element {
  const { claims: words } = texts.value;
  return (
    <div>
      <h3>{words.plaintext}</h3>
      <pre class="byte-ciphertext decrypted" data-part="ciphertext" data-claim="plaintext">
        <BoundedText text={plaintext} />
      </pre>
    </div>
  );
}
