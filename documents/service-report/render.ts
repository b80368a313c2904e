import { isDrawable } from '../pdf/drawable';
import { Form } from '../pdf/form';
import type { Language } from '../../domain/case/terms';
import { formatsOf } from './formats';
import type { ServiceReportView } from './view';
import { FIELD_WORDS, fill, WARRANTY_WORDS, WORDS } from './words';

/** Serial numbers in one row of the table: a row fits on a page. */
const SERIALS_A_ROW = 20;

/** The service report (售后服务报告单, R18) as a PDF to hand to the customer. */
export async function renderServiceReport(view: ServiceReportView): Promise<Buffer> {
  const { language, report, customer, unit, times } = view;
  const word = (name: keyof typeof WORDS): string => WORDS[name][language];
  const field = (name: keyof typeof FIELD_WORDS): string => FIELD_WORDS[name][language];
  const { instant, money, minutes } = formatsOf(view);
  const at = (iso: string | undefined): string => (iso === undefined ? '—' : instant(iso));
  const form = new Form({
    title: `${word('title')} ${view.number}`,
    author: view.company[language],
    date: new Date(view.amendments.at(-1)?.at ?? times.reported),
    language: language === 'zh' ? 'zh-CN' : 'en',
  });

  form.heading(view.company[language], word('title'), `${word('number')} ${view.number}`);
  form.pairs([
    [
      [word('caseNumber'), view.caseNumber],
      [word('version'), String(view.version)],
    ],
    [
      [word('customer'), customer.name],
      [word('contact'), [customer.contact, customer.phone].filter(Boolean).join('  ') || '—'],
    ],
    ...(customer.address === undefined ? [] : [[[word('address'), customer.address] as const]]),
    [
      [word('product'), unit ? productOf(unit, language) : '—'],
      [word('serial'), unit?.serial ?? '—'],
    ],
    [
      [word('servedBy'), view.servedBy?.[language] ?? '—'],
      [word('engineer'), view.engineer ?? '—'],
    ],
    [
      [word('dispatched'), at(times.dispatched)],
      [word('arrived'), at(times.arrived)],
    ],
    [
      [word('repaired'), at(times.repaired)],
      [word('reported'), at(times.reported)],
    ],
    [
      [word('warranty'), WARRANTY_WORDS[view.warranty][language]],
      [field('currency'), report.currency],
    ],
  ]);
  if (view.symptom !== undefined) form.section(word('symptom'), view.symptom);
  form.section(field('fault'), report.fault ?? '—');
  form.section(field('cause'), report.cause ?? '—');
  form.section(field('work'), report.work ?? '—');
  if (view.verification) form.section(word('verification'), verificationText(view, view.verification));
  drawParts(form, view);
  form.bar(word('hoursAndCosts'));
  const total = report.labourCostCents + report.travelCostCents + report.partsCostCents;
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
      [word('total'), money(total)],
    ],
  ]);
  if (report.photos?.length)
    form.section(
      field('photos'),
      report.photos.map(({ name, id }, n) => `${n + 1}. ${name} (${id})`).join('\n'),
    );
  if (report.remarks !== undefined) form.section(field('remarks'), report.remarks);
  drawSignature(form, view);
  drawAmendments(form, view);
  return form.end((page, pages) => [
    `${view.number} · ${word('version')} ${view.version} · ${fill(word('zone'), { zone: formatsOf(view).zone(times.reported) })}`,
    fill(word('page'), { page, pages }),
  ]);
}

/** Many a product's name begins with its code; it is not said twice. */
const productOf = (
  { name, productCode }: NonNullable<ServiceReportView['unit']>,
  language: Language,
): string => (name[language].includes(productCode) ? name[language] : `${name[language]} ${productCode}`);

/** How it was tested, what was read off and who watched; a line each. */
function verificationText(
  { language, failedRepairs = 0 }: ServiceReportView,
  { method, readings = [], note, witnessedBy }: NonNullable<ServiceReportView['verification']>,
): string {
  const colon = language === 'zh' ? '：' : ': ';
  return [
    method,
    ...readings.map(({ what, value }) => `${what}${colon}${value}`),
    ...(note === undefined ? [] : [note]),
    ...(witnessedBy === undefined ? [] : [fill(WORDS.witnessedBy[language], { name: witnessedBy })]),
    ...(failedRepairs === 0 ? [] : [fill(WORDS.failedBefore[language], { count: failedRepairs })]),
  ].join('\n');
}

function drawParts(form: Form, { language, partNames, report: { partsUsed = [] } }: ServiceReportView): void {
  const word = (name: keyof typeof WORDS): string => WORDS[name][language];
  if (partsUsed.length === 0) {
    form.section(word('parts'), word('noParts'));
    return;
  }
  form.bar(word('parts'));
  const rows = partsUsed.flatMap(({ partNumber, name, quantity, serialNumbers = [] }) =>
    Array.from({ length: Math.max(1, Math.ceil(serialNumbers.length / SERIALS_A_ROW)) }, (_, n) => [
      n === 0 ? partNumber : '',
      n === 0 ? (name ?? partNames?.get(partNumber)?.[language] ?? '') : '',
      n === 0 ? String(quantity) : '',
      serialNumbers.slice(n * SERIALS_A_ROW, (n + 1) * SERIALS_A_ROW).join(', '),
    ]),
  );
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
  form.line(`${FIELD_WORDS.signedBy[language]}: ${report.signedBy}`);
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

/** R18: what was corrected is told on the paper itself. */
function drawAmendments(form: Form, view: ServiceReportView): void {
  const { language, amendments } = view;
  if (amendments.length === 0) return;
  const { instant, value } = formatsOf(view);
  form.bar(WORDS.amendments[language]);
  for (const { version, at, by, reason, changes, currencies } of withCurrencies(view)) {
    form.room(40);
    form.line(fill(WORDS.amended[language], { version, by, at: instant(at) }), 'bold');
    for (const { field, from, to } of changes)
      form.line(
        `${FIELD_WORDS[field][language]}: ${value(field, from, currencies.from)} → ${value(field, to, currencies.to)}`,
      );
    form.line(`${WORDS.reason[language]}: ${reason}`);
    form.doc.y += 4;
  }
}

/** Each amendment with the currency before and after it: reckoned back from the one that holds now. */
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
