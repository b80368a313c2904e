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
  // Each clearing brings a glass of its own: a name has many strokes, and all of them stay on theirs.
  const [glass, setGlass] = useState(0);
  const [isNotKept, setNotKept] = useState(false);
  const clear = () => {
    setNotKept(false);
    setShown('');
    setGlass(glass + 1);
    onChange(undefined);
    if (id !== '') void dropFile(id);
  };
  return (
    <fieldset className="day-field">
      <legend>{named(labelOf(schema, name))}</legend>
      {shown === '' ? (
        <Glass key={glass} onWritten={(written) => onChange(written)} onFault={() => setNotKept(true)} />
      ) : (
        <Picture id={shown} alt={t('signed')} />
      )}
      {id !== '' && (
        <button type="button" className="button-plain" onClick={clear}>
          {t('signAgain')}
        </button>
      )}
      <p className="day-fault" role="alert">
        {isNotKept && t('notKept')}
      </p>
    </fieldset>
  );
}

interface GlassOf {
  readonly onWritten: (id: string) => void;
  readonly onFault: () => void;
}

function Glass({ onWritten, onFault }: GlassOf) {
  const t = useWords(DAY_WORDS);
  const { number, reading } = useForm();
  const canvas = useRef<HTMLCanvasElement>(null);
  const around = useRef({ onWritten, onFault, reading });
  useEffect(() => {
    around.current = { onWritten, onFault, reading };
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
      around.current.onWritten(id);
      if (before !== undefined) await dropFile(before);
    };
    const ended = () => around.current.reading(keep().catch(() => around.current.onFault()));
    pad.addEventListener('endStroke', ended);
    return () => pad.off();
  }, [number]);
  return <canvas ref={canvas} className="day-glass" role="img" aria-label={t('sign')} />;
}
