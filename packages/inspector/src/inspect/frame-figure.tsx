import { computed, type Signal, signal } from '@preact/signals';
import type { InspectedToken04 } from '@token04/core/web';
import type { JSX } from 'preact';
import { locale, texts } from '../locale.ts';
import { formatTime } from '../texts/time.ts';
import { Section } from '../ui/section.tsx';
import { type FrameField, frameFields, hexRows } from './frame.ts';

const fitsSixteen = matchMedia('(min-width: 34rem)');
const isWide: Signal<boolean> = signal(fitsSixteen.matches);
fitsSixteen.addEventListener('change', () => {
  isWide.value = fitsSixteen.matches;
});
const bytesPerRow = computed(() => (isWide.value ? 16 : 8));

interface FrameFigureProps {
  token: string;
  inspected: InspectedToken04;
}

/** The bytes of a token, each with its offset and its meaning. */
export function FrameFigure({ token, inspected }: FrameFigureProps): JSX.Element {
  const { frame: words } = texts.value;
  const fields = frameFields(token);
  const length = fields.reduce((sum, { bytes }) => sum + bytes.length, 0);
  return (
    <Section title={words.title} detail={words.detail(length)}>
      <div class="ribbon" aria-hidden="true">
        {fields.map(({ name, bytes }) => (
          // By the root of the length, or the ciphertext would leave no room for the others.
          <span key={name} class={`byte-${name}`} style={{ flexGrow: Math.sqrt(bytes.length) }} />
        ))}
      </div>
      <div class="frame">
        <ol class="legend">
          {fields.map((field) => (
            <li key={field.name} data-field={field.name}>
              <span class={`swatch byte-${field.name}`} aria-hidden="true" />
              <span>{words.names[field.name]}</span>
              <code>{range(field)}</code>
              <span class="meaning">{meaning(field, inspected)}</span>
            </li>
          ))}
        </ol>
        <div class="dump" role="img" aria-label={words.dump}>
          {hexRows(fields, bytesPerRow.value).map((row) =>
            'omitted' in row ? (
              <p key="omitted" class="omitted">
                {words.omitted(row.omitted)}
              </p>
            ) : (
              <p key={row.offset}>
                <span class="offset">{String(row.offset).padStart(5)}</span>
                {row.runs.map(({ name, hex }) => (
                  <span key={name} class={`byte-${name}`}>
                    {hex}
                  </span>
                ))}
              </p>
            ),
          )}
        </div>
      </div>
    </Section>
  );
}

function range({ offset, bytes }: FrameField): string {
  return bytes.length === 1 ? String(offset) : `${offset}–${offset + bytes.length - 1}`;
}

function meaning({ name, bytes }: FrameField, { expire, mode }: InspectedToken04): string {
  const { frame: words } = texts.value;
  switch (name) {
    case 'expire':
      return `${expire} · ${formatTime(expire, locale.value, texts.value)}`;
    case 'ivLength':
    case 'ciphertextLength':
      return String(((bytes[0] as number) << 8) | (bytes[1] as number));
    case 'iv':
      return words.lengthInBytes(bytes.length);
    case 'ciphertext':
      return words.ciphertexts[mode](bytes.length);
    case 'modeByte':
      return `${bytes[0]} · ${words.modes[mode]}`;
  }
}
