import { isDrawable } from '../pdf/drawable';
import type { Form } from '../pdf/form';
import { drawCharges, drawVisitAlone, type DoneFreely } from '../paper/charges';
import { begin, drawAbout, drawVerification, warrantyText } from '../paper/head';
import { colonOf, nameText, thingText } from '../paper/names';
import { fill, quantityText, WORDS as PAPER_WORDS } from '../paper/words';
import { drawAmendments } from './amendments';
import { formatsOf } from './formats';
import type { ServiceReportView } from './view';
import { FIELD_WORDS, WORDS } from './words';

/** Serial numbers in one row of the table. */
const SERIALS_A_ROW = 20;

/** The service report (售后服务报告单, R18) as a PDF: the customer's, or with what it cost for those who may read that. */
export async function renderServiceReport(view: ServiceReportView): Promise<Buffer> {
  const { language, report, times } = view;
  const word = (name: keyof typeof WORDS): string => WORDS[name][language];
  const paper = (name: keyof typeof PAPER_WORDS): string => PAPER_WORDS[name][language];
  const field = (name: keyof typeof FIELD_WORDS): string => FIELD_WORDS[name][language];
  const { at, zone } = formatsOf(view);
  const form = begin(view, {
    title: word('title'),
    beside: `${word('number')} ${view.number}`,
    date: view.amendments.at(-1)?.at ?? times.reported,
  });
  drawAbout(
    form,
    view,
    [
      [
        [paper('caseNumber'), view.caseNumber],
        [word('version'), String(view.version)],
      ],
    ],
    [
      [
        [word('dispatched'), at(times.dispatched)],
        [paper('departed'), at(times.departed)],
      ],
      [
        [paper('arrived'), at(times.arrived)],
        [paper('repaired'), at(times.repaired)],
      ],
      [
        [paper('left'), at(times.left)],
        [word('reported'), at(times.reported)],
      ],
      [
        [paper('warranty'), warrantyText(view)],
        [word('time'), timeText(view)],
      ],
    ],
  );
  form.section(field('fault'), report.fault ?? '—');
  form.section(field('cause'), report.cause ?? '—');
  form.section(field('work'), report.work ?? '—');
  drawVerification(form, view);
  drawParts(form, view);
  drawCost(form, view);
  drawCharges(form, view, doneFreely(view));
  if (report.photos?.length)
    form.section(
      field('photos'),
      report.photos.map(({ name, id }, n) => `${n + 1}. ${name} (${id})`).join('\n'),
    );
  if (report.remarks !== undefined) form.section(field('remarks'), report.remarks);
  drawSignature(form, view);
  drawAmendments(form, view);
  return form.end((page, pages) => [
    `${view.number} · ${word('version')} ${view.version} · ${fill(paper('zone'), { zone: zone(times.reported) })}`,
    fill(paper('page'), { page, pages }),
  ]);
}

/** `90 min · Travel time 40 min` */
function timeText(view: ServiceReportView): string {
  const { minutes } = formatsOf(view);
  const { labourMinutes, travelMinutes } = view.report;
  return `${minutes(labourMinutes)} · ${FIELD_WORDS.travelMinutes[view.language]} ${minutes(travelMinutes)}`;
}

/** Draws the costs, for readers who may see them. */
function drawCost(form: Form, view: ServiceReportView): void {
  const { audience, language, report } = view;
  const { minutes, money: text } = formatsOf(view);
  const field = (name: keyof typeof FIELD_WORDS): string => FIELD_WORDS[name][language];
  const money = (cents: number): string => text(cents, report.currency);
  if (audience === 'customer') return;
  const total = report.labourCostCents + report.travelCostCents + report.partsCostCents;
  form.bar(WORDS.hoursAndCosts[language], 110);
  form.pairs([
    [
      [field('labourMinutes'), minutes(report.labourMinutes)],
      [field('labourCostCents'), money(report.labourCostCents)],
    ],
    [
      [field('travelMinutes'), minutes(report.travelMinutes)],
      [field('travelCostCents'), money(report.travelCostCents)],
    ],
    [
      [field('partsCostCents'), money(report.partsCostCents)],
      [WORDS.total[language], money(total)],
    ],
  ]);
  drawVisitAlone(form, view);
}

/** Work done that warranty or contract covers in full, so that no price was set. */
function doneFreely(view: ServiceReportView): DoneFreely[] {
  const { language, report } = view;
  const { minutes } = formatsOf(view);
  return [
    ...(report.labourMinutes > 0
      ? [{ what: PAPER_WORDS.labour[language], quantity: minutes(report.labourMinutes) }]
      : []),
    ...(report.travelMinutes > 0
      ? [{ what: PAPER_WORDS.travel[language], quantity: minutes(report.travelMinutes) }]
      : []),
    ...(report.partsUsed ?? []).map((part) => ({
      what: `${nameOf(view, part)} ${part.partNumber}`.trim(),
      quantity: quantityText('piece', part.quantity, language),
    })),
  ];
}

type Part = NonNullable<ServiceReportView['report']['partsUsed']>[number];

const nameOf = ({ language, partNames }: ServiceReportView, { name, partNumber }: Part): string =>
  thingText(language, name ?? partNames?.get(partNumber)?.zh ?? '', partNames?.get(partNumber)?.en);

function drawParts(form: Form, view: ServiceReportView): void {
  const { language, report } = view;
  const { partsUsed = [] } = report;
  const word = (name: keyof typeof WORDS): string => WORDS[name][language];
  if (partsUsed.length === 0) {
    form.section(word('parts'), word('noParts'));
    return;
  }
  form.bar(word('parts'), 90);
  const rows = partsUsed.flatMap((part) => {
    const { partNumber, quantity, serialNumbers = [] } = part;
    return Array.from({ length: Math.max(1, Math.ceil(serialNumbers.length / SERIALS_A_ROW)) }, (_, n) => [
      n === 0 ? partNumber : '',
      n === 0 ? nameOf(view, part) : '',
      n === 0 ? String(quantity) : '',
      serialNumbers.slice(n * SERIALS_A_ROW, (n + 1) * SERIALS_A_ROW).join(', '),
    ]);
  });
  form.table(
    [
      { title: word('partNumber'), share: 22 },
      { title: word('partName'), share: 34 },
      { title: word('quantity'), share: 9, align: 'right' },
      { title: word('serialNumbers'), share: 35 },
    ],
    rows,
  );
}

const SIGNATURE = { width: 200, height: 64 };

function drawSignature(form: Form, view: ServiceReportView): void {
  const { language, report, signatureImage, signedVersion } = view;
  const isDrawn = signatureImage !== undefined && isDrawable(signatureImage);
  // The title, a line or two, and the signature stay on one page.
  form.room((isDrawn ? SIGNATURE.height : 0) + 60);
  form.bar(WORDS.confirmation[language]);
  form.line(`${FIELD_WORDS.signedBy[language]}${colonOf(language)}${nameText(language, report.signedBy)}`);
  if (view.version > 1) form.line(fill(WORDS.signedFor[language], { version: signedVersion }));
  const { doc } = form;
  if (isDrawn) {
    const y = doc.y + 4;
    doc.image(signatureImage, doc.page.margins.left + 5, y, { fit: [SIGNATURE.width, SIGNATURE.height] });
    doc.y = y + SIGNATURE.height + 4;
  } else if (report.signature)
    form.line(fill(WORDS.notDrawn[language], { file: `${report.signature.name} (${report.signature.id})` }));
  doc.y += 8;
}
