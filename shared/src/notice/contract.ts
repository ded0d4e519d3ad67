/** Prevention information (U11): notices, fever clinics, key epidemic areas, hotlines. For everybody, signed in or not. */
import * as z from 'zod/mini';
import { RiskArea } from '../code/risk-area';
import { AreaCode, CityCode } from '../core/area';
import { contract } from '../core/contract';
import { Day, Instant } from '../core/day';

const Says = z.object({ zh: z.string(), en: z.string() });

/** Named by whoever publishes, so that publishing again corrects. */
export const PublishedId = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,59}$/));

export const Notice = z.object({
  id: PublishedId,
  title: Says,
  text: Says,
  /** Who issued it, and its number where it has one. */
  issuer: Says,
  /** The province, a city or a county: whom it concerns. */
  area: AreaCode,
  /** The first and the last day on which it is shown; without a last one it stays. */
  from: Day,
  until: z.optional(Day),
});
Notice.register(z.globalRegistry, { id: 'Notice' });
export type Notice = z.infer<typeof Notice>;

/** 发热门诊 */
export const FeverClinic = z.object({
  id: PublishedId,
  name: Says,
  /** The county or district in which it stands, six digits. */
  area: CityCode,
  address: Says,
  /** As it is dialled. */
  phone: z.string().check(z.regex(/^[0-9-]{3,20}$/)),
  hours: Says,
  until: z.optional(Day),
});
FeverClinic.register(z.globalRegistry, { id: 'FeverClinic' });
export type FeverClinic = z.infer<typeof FeverClinic>;

export const Hotline = z.object({ phone: z.string(), name: Says, what: Says });
export type Hotline = z.infer<typeof Hotline>;

export const noticeContract = contract({
  information: {
    rows: ['U11'],
    summary:
      'What everybody should know today: notices and fever clinics in force, key epidemic areas with their days, hotlines.',
    method: 'GET',
    path: '/information',
    roles: ['anyone'],
    answer: z.object({
      /** Newest first. */
      notices: z.array(Notice),
      clinics: z.array(FeverClinic),
      /** Also those that are over: somebody asks whether they were there. */
      keyAreas: z.array(RiskArea),
      hotlines: z.array(Hotline),
      serverTime: Instant,
    }),
    problems: [],
  },
});
