import { useEffect, useRef, useState } from 'react';
import SignaturePad from 'signature_pad';
import { labelOf } from '../forms/schema';
import { textOf } from '../forms/values';
import { useName, useWords } from '../language';
import { dropFile, keepFile } from '../outbox/entries';
import type { InputOf } from './field-input';
import { useForm } from './form-context';
import { blobOf } from '../../shared/photo';
import { Picture } from './photo-field';
import { DAY_WORDS } from './words';

/** The customer's signature on the glass: kept after each stroke, so that a closed app loses none. */
export function SignatureField({ name, schema, value, onChange }: InputOf) {
  const named = useName();
  const t = useWords(DAY_WORDS);
  const id = textOf(value);
  // A signature that was there when the form was opened is shown; one that is being written stays on its canvas.
  const [shown, setShown] = useState(id);
  const clear = () => {
    setShown('');
    onChange(undefined);
    if (id !== '') void dropFile(id);
  };
  return (
    <fieldset className="day-field">
      <legend>{named(labelOf(schema, name))}</legend>
      {shown === '' ? (
        <Glass key={id === '' ? 'empty' : 'written'} onWritten={(written) => onChange(written)} />
      ) : (
        <Picture id={shown} alt={t('signed')} />
      )}
      {id !== '' && (
        <button type="button" className="button-plain" onClick={clear}>
          {t('signAgain')}
        </button>
      )}
    </fieldset>
  );
}

function Glass({ onWritten }: { readonly onWritten: (id: string) => void }) {
  const t = useWords(DAY_WORDS);
  const { number } = useForm();
  const canvas = useRef<HTMLCanvasElement>(null);
  const written = useRef(onWritten);
  useEffect(() => {
    written.current = onWritten;
  });
  useEffect(() => {
    const glass = canvas.current;
    if (!glass) return undefined;
    const ratio = Math.max(window.devicePixelRatio, 1);
    glass.width = glass.offsetWidth * ratio;
    glass.height = glass.offsetHeight * ratio;
    glass.getContext('2d')?.scale(ratio, ratio);
    const pad = new SignaturePad(glass, { penColor: '#101820', backgroundColor: '#ffffff' });
    let last: string | undefined;
    const keep = async (): Promise<void> => {
      const blob = await blobOf(glass, 'image/png');
      const id = await keepFile({ caseNumber: number, name: 'signature.png', blob });
      const before = last;
      last = id;
      written.current(id);
      if (before !== undefined) await dropFile(before);
    };
    const ended = () => void keep();
    pad.addEventListener('endStroke', ended);
    return () => pad.off();
  }, [number]);
  return <canvas ref={canvas} className="day-glass" role="img" aria-label={t('sign')} />;
}
