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
          <Camera
            onScan={(code) => {
              onScan(code);
              close();
            }}
          />
        )}
        <button type="button" className="button-plain" onClick={close}>
          {t('close')}
        </button>
      </dialog>
    </>
  );
}

function Camera({ onScan }: { readonly onScan: (code: string) => void }) {
  const t = useWords(DAY_WORDS);
  const video = useRef<HTMLVideoElement>(null);
  const scanned = useRef(onScan);
  const [isFailed, setFailed] = useState(false);
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
    look().catch(() => setFailed(true));
    return () => leaving.abort();
  }, []);
  return (
    <>
      <p role="status">{isFailed ? t('scanFault') : t('scanning')}</p>
      {!isFailed && <video ref={video} className="day-camera" muted playsInline aria-label={t('scanning')} />}
    </>
  );
}
