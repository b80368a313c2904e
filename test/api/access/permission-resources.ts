export const ORGANISATIONS = ['hq', 'east', 'west', 'east-1', 'west-1'] as const;
export type OrganisationId = (typeof ORGANISATIONS)[number];

export const CASE = 'AS-2026-000001';
export const REQUEST = 'RQ-2026-000001';
export const ORDER = 'PO-2026-000001';
export const INSIDE: readonly OrganisationId[] = ['hq', 'east', 'east-1'];

/**
 * Values of path parameters: things of one case in region `east`, dispatched to outlet `east-1`. A route with
 * another parameter gets its line here.
 */
export const RESOURCES: Readonly<
  Record<string, { readonly url: string; readonly seenBy: readonly OrganisationId[] }>
> = {
  '/v1/cases/{number}': { url: `/v1/cases/${CASE}`, seenBy: INSIDE },
  '/v1/cases/{number}/clocks': { url: `/v1/cases/${CASE}/clocks`, seenBy: INSIDE },
  '/v1/cases/{number}/timeline': { url: `/v1/cases/${CASE}/timeline`, seenBy: INSIDE },
  '/v1/cases/{number}/joined-requests': { url: `/v1/cases/${CASE}/joined-requests`, seenBy: INSIDE },
  '/v1/cases/{number}/messages': { url: `/v1/cases/${CASE}/messages`, seenBy: INSIDE },
  '/v1/cases/{number}/report-versions': { url: `/v1/cases/${CASE}/report-versions`, seenBy: INSIDE },
  '/v1/cases/{number}/candidates': { url: `/v1/cases/${CASE}/candidates`, seenBy: INSIDE },
  '/v1/cases/{number}/money': { url: `/v1/cases/${CASE}/money`, seenBy: INSIDE },
  '/v1/cases/{number}/commands': { url: `/v1/cases/${CASE}/commands`, seenBy: INSIDE },
  '/v1/cases/{number}/commands/{id}': { url: `/v1/cases/${CASE}/commands/command-1`, seenBy: INSIDE },
  '/v1/cases/{number}/attachments': { url: `/v1/cases/${CASE}/attachments`, seenBy: INSIDE },
  '/v1/cases/{number}/attachments/{id}': { url: `/v1/cases/${CASE}/attachments/att-1`, seenBy: INSIDE },
  '/v1/cases/{number}/service-report.pdf': { url: `/v1/cases/${CASE}/service-report.pdf`, seenBy: INSIDE },
  '/v1/cases/{number}/links': { url: `/v1/cases/${CASE}/links`, seenBy: INSIDE },
  '/v1/cases/{number}/links/revoke': { url: `/v1/cases/${CASE}/links/revoke`, seenBy: INSIDE },
  '/v1/staff/{id}': { url: '/v1/staff/repair-engineer@east-1', seenBy: INSIDE },
  '/v1/staff/{id}/record': { url: '/v1/staff/repair-engineer@east-1/record', seenBy: INSIDE },
  '/v1/staff/{id}/changes': { url: '/v1/staff/repair-engineer@east-1/changes', seenBy: INSIDE },
  '/v1/staff/{id}/password': { url: '/v1/staff/repair-engineer@east-1/password', seenBy: INSIDE },
  '/v1/staff/{id}/absences': { url: '/v1/staff/repair-engineer@east-1/absences', seenBy: INSIDE },
  '/v1/staff/{id}/absences/{absenceId}': {
    url: '/v1/staff/repair-engineer@east-1/absences/absence-1',
    seenBy: INSIDE,
  },
  // Headquarters keeps them, from any place.
  '/v1/organisations/{id}': { url: '/v1/organisations/east-1', seenBy: ORGANISATIONS },
  '/v1/organisations/{id}/record': { url: '/v1/organisations/east-1/record', seenBy: INSIDE },
  '/v1/organisations/{id}/changes': { url: '/v1/organisations/east-1/changes', seenBy: INSIDE },
  '/v1/parts-orders/{number}': { url: `/v1/parts-orders/${ORDER}`, seenBy: INSIDE },
  '/v1/parts-orders/{number}/commands': { url: `/v1/parts-orders/${ORDER}/commands`, seenBy: INSIDE },
  '/v1/requests/{number}': { url: `/v1/requests/${REQUEST}`, seenBy: INSIDE },
  '/v1/customers/{id}': { url: '/v1/customers/customer-1', seenBy: INSIDE },
  '/v1/customers/{id}/changes': { url: '/v1/customers/customer-1/changes', seenBy: INSIDE },
  '/v1/customers/{id}/merge': { url: '/v1/customers/customer-1/merge', seenBy: INSIDE },
  '/v1/customers/{id}/unmerge': { url: '/v1/customers/customer-1/unmerge', seenBy: INSIDE },
  '/v1/cases/{number}/visits/{visit}/report.pdf': {
    url: `/v1/cases/${CASE}/visits/1/report.pdf`,
    seenBy: INSIDE,
  },
  '/v1/customer/case/visits/{visit}/report.pdf': {
    url: '/v1/customer/case/visits/1/report.pdf',
    seenBy: [],
  },
  '/v1/units/{id}': { url: '/v1/units/unit-1', seenBy: INSIDE },
  '/v1/units/{id}/changes': { url: '/v1/units/unit-1/changes', seenBy: INSIDE },
  '/v1/units/{id}/transfer': { url: '/v1/units/unit-1/transfer', seenBy: INSIDE },
  // The promises are the company's; the cases behind them are in the scope of the caller.
  '/v1/promises/{key}/cases': { url: '/v1/promises/answer/cases', seenBy: ORGANISATIONS },
  '/v1/repair-quality/{key}/cases': { url: '/v1/repair-quality/first-time-fix/cases', seenBy: ORGANISATIONS },
  // Warranty terms and exclusions belong to the whole company.
  '/v1/entitlement-rules/{id}': { url: '/v1/entitlement-rules/cause-misuse', seenBy: ORGANISATIONS },
  '/v1/products/{code}': { url: '/v1/products/P-1', seenBy: ORGANISATIONS },
  '/v1/products/{code}/warranty-terms': { url: '/v1/products/P-1/warranty-terms', seenBy: ORGANISATIONS },
  // The company's hours are everybody's to see.
  '/v1/calendars/{code}/versions': { url: '/v1/calendars/24x7/versions', seenBy: ORGANISATIONS },
  '/v1/cases/{number}/progress': { url: `/v1/cases/${CASE}/progress`, seenBy: INSIDE },
  '/v1/cases/{number}/presence': { url: `/v1/cases/${CASE}/presence`, seenBy: INSIDE },
  // Everybody has drafts of their own, also under the same key.
  '/v1/drafts/{key}': { url: '/v1/drafts/a-draft', seenBy: ORGANISATIONS },
  // A view of another person that is not shared.
  '/v1/views/{id}': { url: '/v1/views/view-1', seenBy: [] },
  // A message of another person: only its reader may see it, whatever the role.
  '/v1/notifications/{id}/read': { url: '/v1/notifications/message-1/read', seenBy: [] },
};

/** Where fewer may change a thing than see it. */
export const CHANGED_BY: Readonly<Record<string, readonly OrganisationId[]>> = {
  'PATCH /v1/organisations/{id}': INSIDE,
};
