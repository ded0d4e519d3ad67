/**
 * Which feature may do what to which table. What is not written here is not granted.
 *
 * `read` looks, `lookup` looks at many by their keys; `append` adds and cannot look; `keep` adds and looks and cannot change; `write` also changes.
 * IAM cannot tell an adding PutItem from an overwriting one, so `append` and `keep` rest on the condition in
 * `core/table.ts` as well. `scan` is for the full recompute alone; `erase` looks and deletes and cannot write: it is for
 * erasing deleted accounts alone.
 */
import type { Table } from './tables';

export type Right = 'read' | 'lookup' | 'append' | 'keep' | 'write' | 'scan' | 'erase';

export const access = {
  account: {
    account: 'write',
    standing: 'write',
    login: 'write',
    code: 'write',
    waiting: 'write',
    left: 'write',
    member: 'read',
    card: 'write',
    job: 'append',
    audit: 'append',
  },
  alipay: {},
  declaration: {
    standing: 'read',
    declaration: 'keep',
    code: 'write',
    pass: 'read',
    login: 'write',
  },
  code: { standing: 'read', code: 'read' },
  recompute: { code: 'scan', job: 'write' },
  place: {
    standing: 'write',
    place: 'write',
    grant: 'write',
    account: 'read',
    login: 'write',
    audit: 'append',
  },
  poster: { standing: 'read', place: 'read', login: 'write' },
  arrive: { standing: 'read', code: 'read', place: 'read', pass: 'write', login: 'write' },
  pass: {
    standing: 'read',
    code: 'write',
    pass: 'write',
    card: 'read',
    escalation: 'write',
    waiting: 'read',
    login: 'write',
    audit: 'append',
  },
  'by-hand': {
    standing: 'read',
    account: 'read',
    code: 'write',
    pass: 'keep',
    escalation: 'read',
    waiting: 'write',
    login: 'write',
    audit: 'append',
  },
  escalation: {
    standing: 'read',
    account: 'read',
    code: 'write',
    pass: 'write',
    escalation: 'write',
    login: 'write',
    audit: 'append',
  },
  'look-up': {
    standing: 'read',
    account: 'read',
    code: 'read',
    pass: 'keep',
    login: 'write',
    audit: 'append',
  },
  doorstep: {
    standing: 'read',
    account: 'read',
    code: 'write',
    waiting: 'write',
    pass: 'read',
    declaration: 'append',
    doorstep: 'write',
    audit: 'append',
  },
  'at-the-door': {
    standing: 'read',
    account: 'write',
    code: 'write',
    waiting: 'write',
    left: 'read',
    declaration: 'keep',
    login: 'write',
    audit: 'append',
  },
  report: { standing: 'read', account: 'read', report: 'keep', login: 'write' },
  observation: {
    standing: 'read',
    account: 'read',
    code: 'write',
    waiting: 'write',
    pass: 'read',
    observation: 'write',
    login: 'write',
    audit: 'append',
  },
  organisation: {
    standing: 'write',
    organisation: 'write',
    member: 'write',
    code: 'lookup',
    place: 'read',
    grant: 'write',
    account: 'read',
    login: 'write',
    audit: 'append',
  },
  sheet: {
    standing: 'read',
    organisation: 'write',
    member: 'write',
    code: 'lookup',
    login: 'write',
    audit: 'append',
  },
  rollup: { organisation: 'write', member: 'read', code: 'lookup' },
  sms: {},
  appoint: { account: 'write', standing: 'write', audit: 'append' },
  audit: { standing: 'read', pass: 'read', audit: 'read' },
  sample: {
    standing: 'read',
    account: 'read',
    pass: 'read',
    sample: 'write',
    waiting: 'write',
    code: 'write',
    audit: 'append',
  },
  batch: { standing: 'read', sample: 'write', login: 'write', audit: 'append' },
  positives: { sample: 'write', waiting: 'write', code: 'write', audit: 'append' },
  vaccination: {
    standing: 'read',
    account: 'read',
    pass: 'read',
    vaccination: 'keep',
    waiting: 'write',
    code: 'read',
    audit: 'append',
  },
  takeout: {
    standing: 'read',
    account: 'read',
    declaration: 'read',
    code: 'read',
    pass: 'read',
    waiting: 'read',
    escalation: 'read',
    grant: 'read',
    card: 'read',
    reminder: 'read',
    report: 'read',
    observation: 'read',
    doorstep: 'read',
    sample: 'read',
    vaccination: 'read',
    login: 'write',
    audit: 'keep',
  },
  erase: {
    account: 'erase',
    standing: 'erase',
    declaration: 'erase',
    code: 'erase',
    grant: 'erase',
    card: 'erase',
    reminder: 'erase',
    job: 'erase',
  },
  reminder: { standing: 'read', account: 'read', reminder: 'write' },
  reminders: { standing: 'read', account: 'read', code: 'read', reminder: 'write' },
  remind: {},
  card: {
    standing: 'read',
    code: 'read',
    card: 'write',
    pass: 'read',
    login: 'write',
    audit: 'append',
  },
  notice: { notice: 'read' },
  publish: { notice: 'write', audit: 'append' },
} as const satisfies Record<string, Partial<Record<Table, Right>>>;

/** A Lambda: mostly a feature; heavy or unasked work has its own. */
export type Unit = keyof typeof access;

export const unitEntries: Readonly<Record<Unit, string>> = {
  account: 'account/http.ts',
  alipay: 'account/alipay.ts',
  declaration: 'declaration/http.ts',
  code: 'code/http.ts',
  recompute: 'code/jobs.ts',
  place: 'place/http.ts',
  poster: 'place/poster.ts',
  arrive: 'arrive/http.ts',
  pass: 'pass/http.ts',
  // Reads people’s details; the gate’s own scans cannot.
  'look-up': 'pass/look-up.ts',
  doorstep: 'doorstep/http.ts',
  // Makes people of no account, and claims their codes.
  'at-the-door': 'account/at-the-door.ts',
  // As the look-up: it opens people’s details to compare a name.
  'by-hand': 'pass/by-hand.ts',
  escalation: 'escalation/http.ts',
  report: 'report/http.ts',
  observation: 'observation/http.ts',
  organisation: 'organisation/http.ts',
  sheet: 'organisation/sheet.ts',
  rollup: 'organisation/jobs.ts',
  sms: 'sms/jobs.ts',
  // By an operator’s hand alone: the first supervisor has nobody to grant the duty.
  appoint: 'account/jobs.ts',
  audit: 'audit/http.ts',
  sample: 'sample/http.ts',
  // Reads spreadsheets: the library weighs more than the rest of the feature. It opens nobody’s details.
  batch: 'sample/batch.ts',
  // What a confirmed positive result has still to tell, after a confirmation that was cut off.
  positives: 'sample/jobs.ts',
  vaccination: 'sample/vaccination.ts',
  takeout: 'takeout/http.ts',
  erase: 'account/erase.ts',
  reminder: 'reminder/http.ts',
  // At seven in the evening; what it finds, `remind` sends.
  reminders: 'reminder/jobs.ts',
  remind: 'reminder/send.ts',
  card: 'card/http.ts',
  notice: 'notice/http.ts',
  // By an operator’s hand, until headquarters has a page for it.
  publish: 'notice/jobs.ts',
};

const LOOK = ['dynamodb:GetItem', 'dynamodb:Query'] as const;
const ADD = ['dynamodb:PutItem'] as const;
const CHANGE = [...LOOK, ...ADD, 'dynamodb:UpdateItem'] as const;

export const actionsOf: Readonly<Record<Right, readonly string[]>> = {
  read: LOOK,
  lookup: [...LOOK, 'dynamodb:BatchGetItem'],
  append: ADD,
  keep: [...LOOK, ...ADD],
  write: CHANGE,
  scan: [...CHANGE, 'dynamodb:Scan'],
  erase: [...LOOK, 'dynamodb:DeleteItem'],
};
