/** Kind of thing that a text in a request names. */
export type Kind =
  | 'attachment'
  | 'absence'
  | 'case'
  | 'command'
  | 'colleague'
  | 'customer'
  | 'depot'
  | 'deputy'
  | 'engineer'
  | 'message'
  | 'order'
  | 'organisation'
  | 'outlet'
  | 'region'
  | 'request'
  | 'serial'
  | 'staff'
  | 'unit';

/** Not a thing of somebody's: words, or what the whole company shares. The value is what a valid one looks like. */
interface Shared {
  readonly shared: string;
}

const words = { shared: '文字' };
const day = { shared: '2096-11-23' };
const currency = { shared: 'CNY' };

/** By the name of the property. A property that is not here has to be put here: is there anybody who may not see what it names? */
const BY_NAME: Readonly<Record<string, Kind | Shared>> = {
  customerId: 'customer',
  unitId: 'unit',
  unitIds: 'unit',
  unitSerial: 'serial',
  serial: 'serial',
  engineerId: 'engineer',
  ownerStaffId: 'staff',
  outletId: 'outlet',
  regionId: 'region',
  organisationId: 'organisation',
  depot: 'depot',
  caseNumber: 'case',
  case: 'case',
  into: 'case',
  attachmentId: 'attachment',
  photoIds: 'attachment',
  signatureId: 'attachment',
  absenceId: 'absence',
  // Ids within a case, equal in each case.
  approvalId: { shared: 'repair-plan:1' },

  // The company's catalogues, rules and lists.
  partNumber: { shared: 'FILTER-1' },
  faultCode: { shared: 'F-1' },
  causeCode: { shared: 'C-1' },
  causes: { shared: 'C-1' },
  productCode: { shared: 'P-1' },
  productFamily: { shared: 'compressor' },
  family: { shared: 'compressor' },
  skills: { shared: 'compressor' },
  // A login is one in the whole company.
  login: { shared: 'new.person' },
  oldPassword: words,
  newPassword: words,
  calendar: { shared: '24x7' },
  code: { shared: '24x7' },
  key: { shared: 'answer' },
  timeZone: { shared: 'Asia/Shanghai' },
  currency,
  supplier: words,

  // Words of the sender's own.
  address: words,
  areaCode: { shared: '0574' },
  caption: words,
  carrier: words,
  cause: words,
  city: words,
  comment: words,
  contact: words,
  cursor: words,
  data: words,
  email: { shared: 'somebody@example.com' },
  expectedOn: day,
  fault: words,
  finding: words,
  kind: words,
  like: words,
  metadata: words,
  method: words,
  name: words,
  nameEn: words,
  nameZh: words,
  note: words,
  number: words,
  phone: { shared: '+8613900000000' },
  plan: words,
  province: words,
  provinces: words,
  q: words,
  question: words,
  reason: words,
  remark: words,
  remarks: words,
  resolution: words,
  serialNumbers: words,
  signedBy: words,
  skill: { shared: 'oil-injected-screw' },
  subject: words,
  supplierOrder: words,
  symptom: words,
  text: words,
  tracking: words,
  value: words,
  verification: words,
  what: words,
  witnessedBy: words,
  work: words,
};

/** Where a name means something else than usual: by the field's whole key, or by how it ends. */
const BY_KEY: readonly (readonly [RegExp, Kind | Shared])[] = [
  [/^\w+ \/v1\/requests\/\{number\} path number$/, 'request'],
  [/^\w+ \/v1\/parts-orders\/\{number\}\S* path number$/, 'order'],
  [/^\w+ \/v1\/cases\/\{number\}\S* path number$/, 'case'],
  [/^\w+ \/v1\/cases\/\{number\}\/commands\/\{id\} path id$/, 'command'],
  [/^\w+ \/v1\/cases\/\{number\}\/attachments\/\{id\} path id$/, 'attachment'],
  [/^\w+ \/v1\/staff\/\{id\}\S* path id$/, 'engineer'],
  [/^\w+ \/v1\/organisations\/\{id\}\S* path id$/, 'organisation'],
  // The code of an organisation is one in the whole company.
  [/^POST \/v1\/organisations body id$/, { shared: 'new-outlet' }],
  // Everybody knows headquarters and the centres, below which the others are.
  [/^\w+ \/v1\/organisations\S* body parentId$/, { shared: 'east' }],
  [/^\w+ \/v1\/customers\/\{id\}\S* path id$/, 'customer'],
  [/^\w+ \/v1\/units\/\{id\}\S* path id$/, 'unit'],
  // Everybody's own: a draft by its key, a list of the console by its name.
  [/^\w+ \/v1\/drafts\S* (path key|query prefix)$/, { shared: 'case:AS-2026-000001:note' }],
  [/^\w+ \/v1\/views\S* (query|body) list$/, { shared: 'cases' }],
  // A view is its owner's or their organisation's; there is none.
  [/^\w+ \/v1\/views\/\{id\} path id$/, { shared: 'no-view' }],
  [/^\w+ \/v1\/cases\/\{number\}\/presence (body|query) clientId$/, { shared: 'tab-00001' }],
  [/^\w+ \/v1\/notifications\/\{id\}\S* path id$/, 'message'],
  [/^\w+ \/v1\/entitlement-rules\/\{id\}\S* path id$/, { shared: 'cause-misuse' }],
  [/^\w+ \/v1\/repair-quality\/\{key\}\S* path key$/, { shared: 'first-time-fix' }],
  // The desks of headquarters and of all centres are in everybody's directory: cases are transferred to them.
  [/^GET \/v1\/staff query organisationId$/, { shared: 'east' }],
  // A centre or an outlet: the cases of an outlet are its centre's too, which it knows.
  [/^GET \/v1\/(cases|case-counts) query organisationId$/, 'region'],
  // A command's own id, and ids that the author of a register entry chooses.
  [/ body \S*(: )?commands\.id$/, { shared: 'command-of-the-test' }],
  [/^POST \/v1\/(entitlement-rules|policies|price-lists|part-prices) body id$/, { shared: 'new-entry' }],
  [/ body handOver: commands\.data\.staffId$/, 'colleague'],
  [/ body delegateApproval: commands\.data\.staffId$/, 'deputy'],
  // The hours of a calendar.
  [/ body (calendar\.)?definition\.hours\./, { shared: '08:30' }],
  [/^POST \/v1\/customers\/\{id\}\/merge body into$/, 'customer'],
  // Every centre is in every desk's directory: a customer moves, and is then another centre's.
  [/^(PATCH \/v1\/customers\/\{id\}|POST \/v1\/customers) body regionId$/, { shared: 'east' }],
  // Intake has its own rule for a unit of another customer: it reveals at most a name and a centre (R2).
  [/^POST \/v1\/requests body unitSerial$/, { shared: 'SN-unit-a' }],
  // Serial numbers are unique in the whole company: a conflict must be reported, without any other detail
  // (R2).
  [/^(POST \/v1\/units|PATCH \/v1\/units\/\{id\}) body serial$/, { shared: 'SN-new' }],
];

/** Undefined for a field that is not classified yet. */
export const namedBy = ({
  key,
  name,
}: {
  readonly key: string;
  readonly name: string;
}): Kind | Shared | undefined => BY_KEY.find(([pattern]) => pattern.test(key))?.[1] ?? BY_NAME[name];
