import { UNFINISHED_REASON_NAMES } from '../../domain/case/visit/terms';
import type { Form } from '../pdf/form';
import { drawCharges, drawVisitAlone } from '../paper/charges';
import { formatsOf } from '../paper/formats';
import { begin, drawAbout, drawVerification, warrantyText } from '../paper/head';
import { fill, WORDS as PAPER_WORDS } from '../paper/words';
import type { VisitReportView } from './view';
import { DECLINED, OUTCOME_WORDS, WORDS } from './words';

/** The report of one visit (R18) as a PDF: also of one that was not finished, declined or broken off. */
export async function renderVisitReport(view: VisitReportView): Promise<Buffer> {
  const { language, times, promised, declinedAt, outcome, reason } = view;
  const word = (name: keyof typeof WORDS): string => WORDS[name][language];
  const paper = (name: keyof typeof PAPER_WORDS): string => PAPER_WORDS[name][language];
  const { at, instant, zone } = formatsOf(view);
  const latest = times.left ?? times.repaired ?? times.arrived ?? times.departed ?? promised.from;
  const form = begin(view, {
    title: word('title'),
    beside: `${word('number')} ${view.number}`,
    date: latest,
  });
  const isDeclined = declinedAt !== undefined;
  drawAbout(
    form,
    view,
    [
      [
        [paper('caseNumber'), view.caseNumber],
        [word('visit'), String(view.visit)],
      ],
    ],
    [
      [[word('promised'), `${instant(promised.from)} – ${instant(promised.to)}`]],
      [
        [paper('departed'), at(times.departed)],
        [paper('arrived'), at(times.arrived)],
      ],
      [
        [paper('repaired'), at(times.repaired)],
        [paper('left'), at(times.left)],
      ],
      [
        [word('outcome'), (isDeclined ? DECLINED : OUTCOME_WORDS[outcome])[language]],
        [paper('warranty'), warrantyText(view)],
      ],
      ...(reason === undefined
        ? []
        : [[[word('reason'), UNFINISHED_REASON_NAMES[reason][language]] as const]]),
      ...(isDeclined ? [[[word('declined'), instant(declinedAt)] as const]] : []),
    ],
  );
  drawVerification(form, view);
  drawInternal(form, view);
  drawCharges(form, view, []);
  return form.end((page, pages) => [
    `${view.number} · ${fill(paper('zone'), { zone: zone(latest) })}`,
    fill(paper('page'), { page, pages }),
  ]);
}

/** Draws the engineer's notes and the costs, which are internal to the company. */
function drawInternal(form: Form, view: VisitReportView): void {
  const { language, audience, internal } = view;
  if (audience === 'customer' || !internal) return;
  const word = (name: keyof typeof WORDS): string => WORDS[name][language];
  for (const name of ['note', 'finding', 'plan'] as const) {
    const text = internal[name];
    if (text !== undefined) form.section(word(name), text);
  }
  const { cost } = internal;
  if (!cost) return;
  const { minutes, money } = formatsOf(view);
  form.bar(word('cost'), 110);
  form.pairs([
    [
      [word('labourMinutes'), minutes(cost.labourMinutes)],
      [word('labourCostCents'), money(cost.labourCostCents, cost.currency)],
    ],
    [
      [word('travelMinutes'), minutes(cost.travelMinutes)],
      [word('travelCostCents'), money(cost.travelCostCents, cost.currency)],
    ],
  ]);
  drawVisitAlone(form, view);
}
