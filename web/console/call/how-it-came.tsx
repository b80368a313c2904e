import type { Schemas } from '../api';
import { useCodes } from '../codes';
import { useWords } from '../language';
import type { Drafting } from './draft';
import { CALL_WORDS } from './words';

interface Came extends Pick<Drafting, 'draft' | 'change'> {
  readonly request: Schemas['NewRequest'];
}

/** Who asks, and on which way: mostly right as it stands, so it comes after what the clerk writes. */
export function HowItCame({ draft, change, request }: Came) {
  const t = useWords(CALL_WORDS);
  const codes = useCodes();
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
        <label>
          {t('sender')}
          <select
            value={request.sender.kind}
            onChange={({ target }) => change({ senderKind: target.value as Schemas['SenderKind'] })}
          >
            {codes.all('senderKind').map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('channel')}
          <select
            value={request.channel}
            onChange={({ target }) => change({ channel: target.value as Schemas['Channel'] })}
          >
            {codes.all('channel').map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('language')}
          <select
            value={request.language}
            onChange={({ target }) => change({ language: target.value as Schemas['Language'] })}
          >
            {codes.all('language').map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
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
