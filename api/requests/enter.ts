import type { CaseCommand } from '../../domain/case/commands';
import { serviceCase } from '../../domain/case/decider';
import { REGISTER_ID } from '../../domain/process/command-ids';
import type { Command } from '../../domain/process/decider';
import type { ProcessStart } from '../../domain/process/protocol';
import { query, type Session } from '../../platform/database';
import { numberYear, TAKE_NUMBERS } from '../../platform/numbers';
import { CLAIMED_FROM_NOW } from '../../platform/start-claims';
import type { Registered } from './desk';
import { registrationOf, UNNUMBERED, type Entry } from './registration';
import { taken } from './times';
import type { RequestStart } from './view';

/** One statement takes the numbers and writes the request with the start of its case, so that either all of it has happened or nothing. */
const INSERT = `WITH taken AS (${TAKE_NUMBERS}),
  numbers AS (SELECT max(number) FILTER (WHERE series = 'RQ') AS request, max(number) FILTER (WHERE series = 'AS') AS service_case FROM taken),
  registered AS (INSERT INTO request SELECT filled.* FROM numbers, jsonb_populate_record(NULL::request, $3::jsonb ||
    jsonb_build_object('number', numbers.request, 'case_number', numbers.service_case)) AS filled
    RETURNING number, case_number, registered_at)
  INSERT INTO process_start (process_id, type, start, registered_at, claimed_until)
  SELECT case_number, $5, jsonb_set(jsonb_set(jsonb_set($4::jsonb, '{processId}', to_jsonb(case_number)),
      '{first,data,caseNumber}', to_jsonb(case_number)),
      '{first,data,requestNumber}', to_jsonb(number)), registered_at, ${CLAIMED_FROM_NOW}
  FROM registered
  RETURNING start #>> '{first,data,requestNumber}' AS number, process_id AS "caseNumber", start`;

/** Writes a request and the start of its case, which the caller then has claimed. */
export async function enter(tx: Session, entry: Entry): Promise<Registered> {
  const { desk, intake, bodyHash, known, identified, receivedAt, inHours, now } = entry;
  const { request, by, idempotencyKey, traceId } = intake;
  const { AFTERCARE_TIME_ZONE: timeZone } = desk.config;
  const { customer, unit } = identified;
  const registration = registrationOf(entry);
  const first: Command<CaseCommand> = {
    id: REGISTER_ID,
    type: 'register',
    data: registration,
    actor: by,
  };
  const start: ProcessStart<unknown, CaseCommand> = { processId: UNNUMBERED, first, traceId };
  const { rows } = await query<Pick<RequestStart, 'number' | 'caseNumber' | 'start'>>(tx, INSERT, [
    ['RQ', 'AS'],
    numberYear(timeZone, now),
    JSON.stringify({
      received_at: registration.receivedAt,
      channel: registration.channel,
      sender_kind: registration.sender.kind,
      sender_name: registration.sender.name,
      sender_phone: registration.sender.phone,
      sender_extension: registration.sender.extension,
      sender_email: registration.sender.email,
      sender_address: registration.sender.address,
      subject: request.subject,
      text: request.text,
      language: request.language,
      unit_serial: request.unitSerial,
      in_hotline_hours: inHours,
      taken_at: taken(request, { receivedAt, now }),
      idempotency_key: idempotencyKey,
      registered_at: now,
      body_hash: bodyHash,
      registered_by: by.id,
      customer_id: customer.id,
      unit_id: unit?.id,
      region_id: registration.regionId,
      open_cases: registration.openCases,
    }),
    JSON.stringify(start),
    serviceCase.type,
  ]);
  const [row] = rows;
  if (!row) throw new Error('PostgreSQL stored no request');
  return {
    request: { ...row, receivedAt, startedAt: null },
    isRepeat: false,
    known: {
      customer,
      candidates:
        customer.status === 'prospect' ? known.customers.filter(({ id }) => id !== customer.id) : [],
      unit,
      openCases: customer.openCases,
      isNew: !known.customers.includes(customer),
    },
  };
}
