import { instantText } from '../../shared/instants';
import type { Schemas } from '../api';
import { useCodes } from '../codes';
import { useLanguage, useWords } from '../language';
import { consequenceText } from './consequence-text';
import { FORM_WORDS } from './words';

type Preview = Schemas['DryRunResult'];

/** Says in words what a command will do. */
export function PreviewText({ preview, isCase }: { readonly preview: Preview; readonly isCase: boolean }) {
  const t = useWords(FORM_WORDS);
  const codes = useCodes();
  const { language } = useLanguage();
  const stages = isCase ? 'caseStage' : 'partsOrderStage';
  const { clocks, tasks, messages } = preview;
  const changes = clocks.flatMap(({ before, after }) => {
    const clock = (after ?? before)?.names[language];
    if (clock === undefined) return [];
    if (after && !before && after.dueAt !== null)
      return [t('willStart', { clock, at: instantText(after.dueAt, language) })];
    if (after && (after.metAt !== null || after.stoppedAt !== null)) return [t('willStop', { clock })];
    if (after && before && after.dueAt !== null && after.dueAt !== before.dueAt)
      return [t('willMove', { clock, at: instantText(after.dueAt, language) })];
    return after ? [] : [t('willStop', { clock })];
  });
  const lines = [
    ...preview.consequences.map((one) => consequenceText(one, t, language)),
    ...(preview.stage === preview.stageBefore
      ? []
      : [
          t('willStage', {
            from: codes.name(stages, preview.stageBefore),
            to: codes.name(stages, preview.stage),
          }),
        ]),
    ...changes,
    ...tasks.ended.map(({ kind }) => t('willEnd', { task: codes.name('task', kind) })),
    ...tasks.opened.map(({ kind, role }) =>
      t('willOpen', { task: codes.name('task', kind), role: codes.name('role', role) }),
    ),
  ];
  return (
    <>
      <ul className="preview">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
        {messages.map(({ to, title, text, template }) => (
          <li key={`${template} ${to.kind} ${to.id ?? ''}`}>
            {t('willMessage', { to: to.name ?? to.id ?? '', title })}
            <details>
              <summary>{t('text')}</summary>
              <p className="words">{text}</p>
            </details>
          </li>
        ))}
      </ul>
      {lines.length === 0 && messages.length === 0 && <p>{t('willNothing')}</p>}
    </>
  );
}
