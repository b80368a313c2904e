import { Link } from '@tanstack/react-router';
import { useWords } from '../language';
import './outbox.css';
import { useOutbox } from './use-outbox';
import { OUTBOX_WORDS } from './words';

/** Always says whether what was entered has arrived; its page tells the rest. */
export function OutboxSign() {
  const t = useWords(OUTBOX_WORDS);
  const { waiting, isSending, isOnline } = useOutbox();
  const refused = waiting.filter(({ refusal }) => refusal).length;
  const [tone, mark, text] =
    refused > 0
      ? ['bad', '!', t('refused', { count: refused })]
      : waiting.length > 0 && isSending && isOnline
        ? ['warn', '↑', t('sending')]
        : waiting.length > 0
          ? ['warn', '…', t('waiting', { count: waiting.length })]
          : isOnline
            ? ['good', '✓', t('connected')]
            : ['warn', '×', t('offline')];
  return (
    <Link to="/outbox" className={`outbox-sign chip chip-${tone}`}>
      <span aria-hidden="true">{mark}</span> <span role="status">{text}</span>
    </Link>
  );
}
