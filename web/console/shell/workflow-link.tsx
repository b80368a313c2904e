import { useWords } from '../language';
import { useMe } from '../session';
import { SHELL_WORDS } from './words';

/** To the workflow of a process in Temporal's web UI, for those to whom the API gives its address. */
export function WorkflowLink({ processId }: { readonly processId: string }) {
  const t = useWords(SHELL_WORDS);
  const { workflowUrl } = useMe();
  // A page that an older server's answer was kept for has none.
  if (!workflowUrl) return null;
  return (
    <a
      className="button-plain"
      href={workflowUrl.replace('{processId}', encodeURIComponent(processId))}
      target="_blank"
      rel="noreferrer"
      aria-label={t('workflow')}
      title={t('workflow')}
    >
      Temporal ↗
    </a>
  );
}
