import { useEffect, useRef, useState } from 'react';
import { useWords } from '../language';
import { DAY_WORDS } from './words';

interface Scanning {
  readonly label: string;
  readonly onScan: (code: string) => void;
}

/** Reads a bar code or QR code by the camera. Without a camera the number is typed. */
export function ScanButton({ label, onScan }: Scanning) {
  const t = useWords(DAY_WORDS);
  const dialog = useRef<HTMLDialogElement>(null);
  const [isOpen, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
    dialog.current?.close();
  };
  const take = (code: string) => {
    onScan(code);
    close();
  };
  return (
    <>
      <button
        type="button"
        className="button-plain"
        onClick={() => {
          dialog.current?.showModal();
          setOpen(true);
        }}
      >
        {t('scan')}
        <span className="sr"> {label}</span>
      </button>
      <dialog ref={dialog} aria-label={t('scan')} onClose={() => setOpen(false)}>
        {isOpen && (
          <>
            <Camera onScan={take} />
            <ByHand onTyped={take} />
          </>
        )}
        <button type="button" className="button-plain" onClick={close}>
          {t('close')}
        </button>
      </dialog>
    </>
  );
}

/** The reason why there is no picture, by the name that the browser gives it. */
function faultOf(error: unknown): keyof typeof DAY_WORDS {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'scanDenied';
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'scanNone' : 'scanFault';
}

/** A plate that is scratched, and a phone whose camera is not to be used. It stands within the form of a command, and so is none itself. */
function ByHand({ onTyped }: { readonly onTyped: (code: string) => void }) {
  const t = useWords(DAY_WORDS);
  const [text, setText] = useState('');
  const code = text.trim();
  const take = () => {
    if (code !== '') onTyped(code);
  };
  return (
    <div className="day-field">
      <label>
        {t('scanTyped')}
        <input
          value={text}
          maxLength={60}
          autoComplete="off"
          autoCapitalize="characters"
          onChange={({ target }) => setText(target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            take();
          }}
        />
      </label>
      <button type="button" className="button-main" disabled={code === ''} onClick={take}>
        {t('scanTake')}
      </button>
    </div>
  );
}

function Camera({ onScan }: { readonly onScan: (code: string) => void }) {
  const t = useWords(DAY_WORDS);
  const video = useRef<HTMLVideoElement>(null);
  const scanned = useRef(onScan);
  const [fault, setFault] = useState<keyof typeof DAY_WORDS>();
  useEffect(() => {
    scanned.current = onScan;
  });
  useEffect(() => {
    const leaving = new AbortController();
    const look = async (): Promise<void> => {
      const { readCode } = await import('./read-code');
      if (!video.current) return;
      const code = await readCode(video.current, leaving.signal);
      if (code !== undefined) scanned.current(code);
    };
    look().catch((error: unknown) => {
      if (!leaving.signal.aborted) setFault(faultOf(error));
    });
    return () => leaving.abort();
  }, []);
  return (
    <>
      <p role="status">{t(fault ?? 'scanning')}</p>
      {!fault && <video ref={video} className="day-camera" muted playsInline aria-label={t('scanning')} />}
    </>
  );
}
