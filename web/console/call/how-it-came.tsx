import type { Schemas } from '../api';
import { useCodes, type CodeList } from '../codes';
import { useWords } from '../language';
import type { Drafting } from './draft';
import { CALL_WORDS } from './words';

interface Came extends Pick<Drafting, 'draft' | 'change'> {
  readonly request: Schemas['NewRequest'];
}

/** Asks for sender and channel. Their first values are mostly right, so these fields come after what the clerk writes. */
export function HowItCame({ draft, change, request }: Came) {
  const t = useWords(CALL_WORDS);
  return (
    <>
      <div className="pair">
        <label>
          {t('name')}
          <input
            required
            maxLength={200}
            value={draft.name ?? request.sender.name}
            onChange={({ target }) => change({ name: target.value })}
          />
        </label>
        <Coded
          label={t('sender')}
          list="senderKind"
          value={request.sender.kind}
          onChange={(code) => change({ senderKind: code as Schemas['SenderKind'] })}
        />
        <Coded
          label={t('channel')}
          list="channel"
          value={request.channel}
          onChange={(code) => change({ channel: code as Schemas['Channel'] })}
        />
        <Coded
          label={t('language')}
          list="language"
          value={request.language}
          onChange={(code) => change({ language: code as Schemas['Language'] })}
        />
      </div>
      {request.channel !== 'phone' && (
        <div className="pair">
          <label>
            {t('email')}
            <input
              type="email"
              maxLength={254}
              value={draft.email ?? ''}
              onChange={({ target }) => change({ email: target.value })}
            />
          </label>
          <label>
            {t('postal')}
            <input
              maxLength={300}
              value={draft.address ?? ''}
              onChange={({ target }) => change({ address: target.value })}
            />
          </label>
        </div>
      )}
    </>
  );
}

interface Choice {
  readonly label: string;
  readonly list: CodeList;
  readonly value: string;
  readonly onChange: (code: string) => void;
}

/** One of a list of codes. */
function Coded({ label, list, value, onChange }: Choice) {
  const codes = useCodes();
  return (
    <label>
      {label}
      <select value={value} onChange={({ target }) => onChange(target.value)}>
        {codes.all(list).map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
