/** The roles of R12. Chinese terms are in docs/glossary.md and in {@link ROLE_NAMES}. */
export const ROLES = [
  'hq-service-manager',
  'centre-director',
  'repair-engineer',
  'enquiry-clerk',
  'complaint-officer',
  'billing-clerk',
  'billing-reviewer',
  'warehouse-keeper',
  'stock-accountant',
  'sales',
  'purchasing',
  'finance',
] as const;

export type Role = (typeof ROLES)[number];

export const ALL_ROLES = ROLES;
/** Those who talk with customers and steer cases. */
export const DESK = [
  'hq-service-manager',
  'centre-director',
  'enquiry-clerk',
  'complaint-officer',
] as const satisfies readonly Role[];
export const SUPERVISORS = ['hq-service-manager', 'centre-director'] as const satisfies readonly Role[];
export const DISPATCHERS = [
  'hq-service-manager',
  'centre-director',
  'enquiry-clerk',
] as const satisfies readonly Role[];
export const FIELD = ['repair-engineer'] as const satisfies readonly Role[];
export const STORES = ['warehouse-keeper', 'stock-accountant'] as const satisfies readonly Role[];

export const ROLE_NAMES: Readonly<Record<Role, { readonly en: string; readonly zh: string }>> = {
  'hq-service-manager': { en: 'HQ service manager', zh: '总部服务经理' },
  'centre-director': { en: 'Centre director', zh: '服务中心主任' },
  'repair-engineer': { en: 'Repair engineer', zh: '维修工程师' },
  'enquiry-clerk': { en: 'Enquiry and public-relations clerk', zh: '咨询与公关员' },
  'complaint-officer': { en: 'Complaint officer', zh: '投诉处理员' },
  'billing-clerk': { en: 'Billing clerk', zh: '开单员' },
  'billing-reviewer': { en: 'Billing reviewer', zh: '审单员' },
  'warehouse-keeper': { en: 'Warehouse keeper', zh: '仓库保管员' },
  'stock-accountant': { en: 'Stock accountant', zh: '库存会计' },
  sales: { en: 'Sales centre', zh: '销售中心' },
  purchasing: { en: 'Purchasing', zh: '采购' },
  finance: { en: 'Finance', zh: '财务' },
};

/** The tiers of the service organisation (R11). */
export const ORGANISATION_KINDS = ['hq', 'centre', 'outlet'] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

export const ORGANISATION_KIND_NAMES: Readonly<
  Record<OrganisationKind, { readonly en: string; readonly zh: string }>
> = {
  hq: { en: 'headquarters', zh: '总部' },
  centre: { en: 'service centre', zh: '服务中心' },
  outlet: { en: 'service outlet', zh: '服务站' },
};

/** The service levels of centres and outlets. */
export const SERVICE_LEVELS = ['A', 'B', 'C'] as const;
export type ServiceLevel = (typeof SERVICE_LEVELS)[number];
export const isServiceLevel = (level: unknown): level is ServiceLevel =>
  SERVICE_LEVELS.some((one) => one === level);
