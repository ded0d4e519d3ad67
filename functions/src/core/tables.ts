/**
 * Every table there is: the one definition from which CDK deploys them, `npm start` creates them and tests use them.
 * All have a partition key `pk` and a sort key `sk`, both strings. Deletion by time (TTL) is by the attribute
 * `endsAt`, seconds since 1970; nothing relies on it for meaning.
 */
import { retention } from '@yimatong/shared/core/retention';

export interface IndexDefinition {
  /** The attribute that is the index's partition key; items without it are not in the index. */
  readonly partitionKey: string;
  readonly sortKey: string;
  readonly projects: 'keys' | 'all';
}

export interface TableDefinition {
  /** What is kept here, and for how long. */
  readonly keeps: string;
  readonly expires: boolean;
  readonly indexes?: Readonly<Record<string, IndexDefinition>>;
}

export const tables = {
  account: {
    keeps:
      'Accounts, and people’s details, sealed; how they are found by phone, document or platform identity (HMAC).',
    expires: false,
  },
  standing: {
    keeps: 'What an account may do now: its persons, duties granted, sessions ended.',
    expires: false,
  },
  login: { keeps: 'SMS codes (5 minutes) and counters of limits (a day at most).', expires: true },
  declaration: { keeps: 'Declarations as they were made.', expires: false },
  code: {
    keeps: 'One small item a person: what its colour is computed from.',
    expires: false,
    // Sparse: only people with a pending change are in it. Its keys never move while a person checks in.
    indexes: { pending: { partitionKey: 'pending', sortKey: 'pk', projects: 'keys' } },
  },
  pass: {
    keeps: `Scans and passes by person: who looked, where, when (${retention.passes.days} days).`,
    expires: true,
  },
  place: {
    keeps: 'Places as they stand now: checkpoints, hospitals, pharmacies …, organisations.',
    expires: false,
    // Sparse: what is closed is found by its id alone.
    indexes: { open: { partitionKey: 'openIn', sortKey: 'pk', projects: 'all' } },
  },
  grant: {
    keeps:
      'Duties asked for, by city or county, with what became of them; who has a seat at which place.',
    expires: false,
    // Sparse: only requests that wait.
    indexes: {
      waiting: { partitionKey: 'waiting', sortKey: 'sk', projects: 'all' },
      byAccount: { partitionKey: 'accountId', sortKey: 'sk', projects: 'all' },
    },
  },
  report: {
    keeps: `Tips and supervision reports by city or county, sealed, with their progress (${retention.reports.days} days).`,
    expires: true,
    indexes: { byAccount: { partitionKey: 'accountId', sortKey: 'sk', projects: 'all' } },
  },
  escalation: {
    keeps: `What gates reported to the command of a city or county, with its answers; notes sealed (${retention.escalations.days} days).`,
    expires: true,
    indexes: {
      listed: { partitionKey: 'listed', sortKey: 'sk', projects: 'all' },
      byGuard: { partitionKey: 'guardId', sortKey: 'sk', projects: 'all' },
      byPerson: { partitionKey: 'personId', sortKey: 'sk', projects: 'all' },
    },
  },
  audit: {
    keeps: `Who did or saw what about whom. Appended to, never changed (${retention.audit.days} days).`,
    expires: true,
  },
  card: {
    keeps: 'Printed cards by person and by the HMAC of their number; the number sealed.',
    expires: false,
  },
  notice: {
    keeps: 'Notices and fever clinics as they were published.',
    expires: false,
  },
  organisation: {
    keeps:
      'Organisations with their departments; roll-ups (a year) and what became of imports (90 days).',
    expires: true,
    // Sparse: only organisations with people on their list. What the roll-up goes over.
    indexes: { filing: { partitionKey: 'filing', sortKey: 'pk', projects: 'keys' } },
  },
  member: {
    keeps:
      'People on the lists of organisations, sealed; found by phone or document (HMAC), and by person once they joined.',
    expires: false,
    indexes: {
      byPhone: { partitionKey: 'phone', sortKey: 'sk', projects: 'all' },
      byDocument: { partitionKey: 'document', sortKey: 'sk', projects: 'all' },
      byPerson: { partitionKey: 'personId', sortKey: 'sk', projects: 'all' },
    },
  },
  job: {
    keeps: 'How far each run of a scheduled job came, and what it counted (90 days).',
    expires: true,
  },
  left: {
    keeps: `What gates still warn of after an account was deleted, by document and phone (HMAC; ${retention.left.days} days).`,
    expires: true,
  },
  observation: {
    keeps: `Medical observations with their follow-ups, sealed (${retention.observations.days} days).`,
    expires: true,
    indexes: {
      bySubject: { partitionKey: 'subject', sortKey: 'pk', projects: 'all' },
      // `open#…` or `ended#…`, so that what is open is a short list of its own.
      byPlace: { partitionKey: 'place', sortKey: 'pk', projects: 'all' },
      byCity: { partitionKey: 'city', sortKey: 'pk', projects: 'all' },
      // Sparse: only what is open.
      openInStreet: { partitionKey: 'street', sortKey: 'pk', projects: 'all' },
    },
  },
  doorstep: {
    keeps: `Households of grids, sealed, until they are removed; checks at their doors (${retention.doorChecks.days} days).`,
    expires: true,
    // Sparse: only households that are on a list.
    indexes: {
      byGrid: { partitionKey: 'grid', sortKey: 'pk', projects: 'all' },
      bySubject: { partitionKey: 'subject', sortKey: 'pk', projects: 'all' },
    },
  },
  visit: {
    keeps: `Visits to fever clinics, sealed, with every version (${retention.visits.days} days).`,
    expires: true,
    indexes: {
      byPlace: { partitionKey: 'placeDay', sortKey: 'pk', projects: 'all' },
      bySubject: { partitionKey: 'subject', sortKey: 'pk', projects: 'all' },
      // Sparse: only visits whose withdrawal awaits a second person.
      proposed: { partitionKey: 'proposedAt', sortKey: 'pk', projects: 'all' },
    },
  },
  purchase: {
    keeps: `Purchases of fever and cough medicine, sealed (${retention.purchases.days} days).`,
    expires: true,
    indexes: {
      byPlace: { partitionKey: 'placeDay', sortKey: 'pk', projects: 'all' },
      bySubject: { partitionKey: 'subject', sortKey: 'pk', projects: 'all' },
      // Sparse: only what was bought for somebody else.
      byBuyer: { partitionKey: 'buyer', sortKey: 'pk', projects: 'all' },
      // Sparse: only purchases whose withdrawal awaits a second person, by city or county.
      proposed: { partitionKey: 'proposedIn', sortKey: 'pk', projects: 'all' },
    },
  },
  waiting: {
    keeps: `What was recorded of people who have not registered yet, by document or phone (HMAC; ${retention.waiting.days} days).`,
    expires: true,
  },
  sample: {
    keeps: `Tubes with who is in them and their result, samples by person (${retention.samples.days} days); imports of results.`,
    expires: true,
    indexes: {
      bySite: { partitionKey: 'site', sortKey: 'opened', projects: 'all' },
      // Sparse: positive results that wait for a second person, by site and by city or county.
      proposedAt: { partitionKey: 'proposedAt', sortKey: 'resultId', projects: 'all' },
      proposedIn: { partitionKey: 'proposedIn', sortKey: 'resultId', projects: 'all' },
      // Sparse: confirmed ones of whose people not everybody has been told.
      spreading: { partitionKey: 'spreading', sortKey: 'resultId', projects: 'keys' },
    },
  },
  vaccination: {
    keeps: `Vaccinations by person and dose (${retention.vaccinations.days} days).`,
    expires: true,
  },
  reminder: {
    keeps: 'Reminders of the check-in that people asked for: one a person.',
    expires: false,
    // Sparse: only people for whom one waits.
    indexes: { waiting: { partitionKey: 'waiting', sortKey: 'pk', projects: 'keys' } },
  },
} as const satisfies Record<string, TableDefinition>;

export type Table = keyof typeof tables;
