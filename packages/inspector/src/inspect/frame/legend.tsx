import { VERSION } from '@token04/core/format';
import type { Diagnosis } from '@token04/doctor';
import type { JSX } from 'preact';
import { locale, texts } from '../../locale.ts';
import { formatTime } from '../../texts/time.ts';
import type { Pointed } from './inside.tsx';
import type { BodyPart, PartName } from './parts.ts';

interface LegendProps {
  parts: readonly BodyPart[];
  diagnosis: Diagnosis;
  pointed: Pointed;
}

/** Each part with its place, its value and a sentence of what it is for. */
export function Legend({ parts, diagnosis, pointed }: LegendProps): JSX.Element {
  return (
    <ol class="legend">
      <Entry name="version" place="" value={VERSION} pointed={pointed} />
      {parts.map((part) => (
        <Entry
          key={part.name}
          name={part.name}
          place={placeOf(part)}
          value={describeValue(part, diagnosis)}
          missing={part.missing}
          pointed={pointed}
        />
      ))}
    </ol>
  );
}

interface EntryProps {
  name: PartName;
  place: string;
  value: string;
  missing?: number;
  pointed: Pointed;
}

function Entry({ name, place, value, missing = 0, pointed }: EntryProps): JSX.Element {
  const { frame: words } = texts.value;
  return (
    <li data-field={name}>
      <button
        type="button"
        data-part={name}
        aria-pressed={pointed.value === name}
        onClick={() => {
          pointed.value = name;
        }}
      >
        <span class={`swatch byte-${name}`} aria-hidden="true" />
        <span class="name">{words.names[name]}</span>
        <code>{place}</code>
        <span class="value">
          {value}
          {missing > 0 && <strong class="lack"> {words.missing(missing)}</strong>}
        </span>
        <span class="meaning">{words.meanings[name]}</span>
      </button>
    </li>
  );
}

function placeOf({ offset, bytes: { length } }: BodyPart): string {
  if (length === 0) return '';
  return length === 1 ? String(offset) : `${offset}–${offset + length - 1}`;
}

function describeValue({ name, bytes, missing }: BodyPart, { inspected }: Diagnosis): string {
  const { frame: words } = texts.value;
  switch (name) {
    case 'expire': {
      if (missing > 0) return '';
      const expire = Number(new DataView(bytes.slice().buffer).getBigInt64(0));
      return `${expire} · ${formatTime(expire, locale.value, texts.value)}`;
    }
    case 'ivLength':
    case 'ciphertextLength':
      return missing > 0 ? '' : String(((bytes[0] as number) << 8) | (bytes[1] as number));
    case 'ciphertext':
      return inspected && missing === 0
        ? words.ciphertexts[inspected.mode](bytes.length)
        : words.lengthInBytes(bytes.length);
    case 'modeByte':
      return inspected ? `${bytes[0]} · ${words.modes[inspected.mode]}` : String(bytes[0]);
    default:
      return words.lengthInBytes(bytes.length);
  }
}
