import { isForCustomer } from '../../domain/case/report/terms';
import type { Form } from '../pdf/form';
import { colonOf, nameText } from '../paper/names';
import { fill } from '../paper/words';
import { formatsOf } from './formats';
import type { ServiceReportView } from './view';
import { FIELD_WORDS, WORDS } from './words';

/** Prints corrections on the report itself (R18); corrected costs only for readers who may see costs. */
export function drawAmendments(form: Form, view: ServiceReportView): void {
  const { language } = view;
  const amendments = withCurrencies(view)
    .map((amendment) => ({
      ...amendment,
      changes: amendment.changes.filter((change) => view.audience === 'internal' || isForCustomer(change)),
    }))
    .filter(({ changes }) => changes.length > 0);
  if (amendments.length === 0) return;
  const { instant, value } = formatsOf(view);
  form.bar(WORDS.amendments[language]);
  for (const { version, at, by, byEn, reason, changes, currencies } of amendments) {
    form.room(40);
    form.line(
      fill(WORDS.amended[language], { version, by: nameText(language, by, byEn), at: instant(at) }),
      'bold',
    );
    for (const { field, from, to } of changes)
      form.line(
        `${FIELD_WORDS[field][language]}${colonOf(language)}${value(field, from, currencies.from)} → ${value(field, to, currencies.to)}`,
      );
    // Staff wrote it for each other (ADR 52).
    if (view.audience === 'internal') form.line(`${WORDS.reason[language]}${colonOf(language)}${reason}`);
    form.doc.y += 4;
  }
}

/** Each amendment with the currency before and after it, from the one that holds now backwards. */
function withCurrencies({ amendments, report }: ServiceReportView) {
  let to = report.currency;
  return amendments
    .toReversed()
    .map((amendment) => {
      const before = amendment.changes.find(({ field }) => field === 'currency')?.from;
      const currencies = { from: typeof before === 'string' ? before : to, to };
      to = currencies.from;
      return { ...amendment, currencies };
    })
    .toReversed();
}
