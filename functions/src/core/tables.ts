/**
 * Every table there is: the one definition from which CDK deploys them, `npm start` creates them and tests use them.
 * All have a partition key `pk` and a sort key `sk`, both strings. Deletion by time (TTL) is by the attribute
 * `endsAt`, seconds since 1970; nothing relies on it for meaning.
 */
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
  pass: { keeps: 'Scans and passes by person: who looked, where, when (90 days).', expires: true },
  place: { keeps: 'Checkpoints and organisations as they were entered.', expires: false },
  grant: {
    keeps: 'Duties asked for, by city or county, with what became of them.',
    expires: false,
    // Sparse: only requests that wait.
    indexes: {
      waiting: { partitionKey: 'waiting', sortKey: 'sk', projects: 'all' },
      byAccount: { partitionKey: 'accountId', sortKey: 'sk', projects: 'all' },
    },
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
  audit: { keeps: 'Who did or saw what about whom. Appended to, never changed.', expires: false },
  job: {
    keeps: 'How far each run of a scheduled job came, and what it counted (90 days).',
    expires: true,
  },
} as const satisfies Record<string, TableDefinition>;

export type Table = keyof typeof tables;
