import type { Schemas } from '../api';
import { useCodes } from '../codes';
import { useLanguage, useWords } from '../language';
import { APPROVALS_WORDS } from './words';

interface Outcome {
  readonly title: string;
  readonly result: Schemas['DryRunResult'];
}

/** Shows the consequences that a dry run of the decision gives: the next stage, the tasks and the messages. */
export function Outlook({ title, result }: Outcome) {
  const t = useWords(APPROVALS_WORDS);
  const codes = useCodes();
  const { language } = useLanguage();
  const { stageBefore, stage, tasks, messages } = result;
  const hasMoved = stage !== stageBefore;
  return (
    <div className="approval-outlook">
      <h4>{title}</h4>
      <ul>
        <li>{hasMoved ? t('moves', { stage: codes.name('caseStage', stage) }) : t('staysOpen')}</li>
        {tasks.opened.map(({ key, kind, role }) => (
          <li key={key}>{t('opens', { task: codes.name('task', kind), role: codes.name('role', role) })}</li>
        ))}
        {messages.map((message, at) => (
          <li key={`${message.template} ${String(at)}`}>
            {t(message.language === language ? 'tells' : 'tellsForeign', {
              name: message.to.name ?? message.to.id ?? '',
              title: message.title,
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}
