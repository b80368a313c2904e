import { api, bodyOf, type Schemas } from '../api';
import { localInstant } from '../forms/values';
import { useWords } from '../language';
import { field, group, tomorrow } from './fields';
import { RegisterForm } from './register-form';
import { ABSENCE_WORDS as W } from './absence-words';

interface Form {
  readonly staffId: string;
  readonly onSaved: (absence: Schemas['Absence']) => void;
  readonly onClose: () => void;
}

/** Enters when an engineer is away; the answer names the visits in that time. */
export function AbsenceForm({ staffId, onSaved, onClose }: Form) {
  const t = useWords(W);
  const begin = tomorrow().getTime();
  const schema = group(
    {
      from: field('instant', W.from, { format: 'date-time' }),
      to: field('instant', W.to, { format: 'date-time' }),
      reason: field('line', W.reason, { maxLength: 500, help: W.reasonHelp }),
    },
    ['from', 'to', 'reason'],
  );
  return (
    <RegisterForm<Schemas['NewAbsence']>
      place={`absence-${staffId}`}
      title={t('add')}
      schema={schema}
      filled={{ from: localInstant(begin), to: localInstant(begin + 24 * 3_600_000) }}
      save={async (body, key) =>
        onSaved(
          await bodyOf(
            api.POST('/v1/staff/{id}/absences', {
              params: { path: { id: staffId }, header: { 'idempotency-key': key } },
              body,
            }),
          ),
        )
      }
      onClose={onClose}
    />
  );
}
