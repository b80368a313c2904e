import type { ReactNode } from 'react';
import { stretchText } from '../../shared/instants';
import { SnippetFacts } from '../snippets/facts';
import type { CaseDetail } from './queries';

/** Gives text modules below what the case knows. */
export function FactsOfCase({
  detail,
  children,
}: {
  readonly detail: CaseDetail;
  readonly children: ReactNode;
}) {
  const { customer, sender, number, dispatch, language } = detail;
  return (
    <SnippetFacts
      value={{
        language,
        valuesIn: (textLanguage) => ({
          customer: customer?.name ?? sender.name,
          number,
          ...(dispatch && {
            engineer: dispatch.engineer.name,
            appointment: stretchText(dispatch.appointment.from, dispatch.appointment.to, textLanguage),
          }),
        }),
      }}
    >
      {children}
    </SnippetFacts>
  );
}
