/**
 * Days and instants. A day is a calendar day in Asia/Shanghai (domain §5), whatever the host's time zone:
 * the province has been at UTC+8 without summer time since 1991, so the offset is a constant.
 */
import * as z from 'zod/mini';

/** A calendar day in Asia/Shanghai, `YYYY-MM-DD`. */
export type Day = `${number}-${number}-${number}`;
/** A moment in UTC with milliseconds, `YYYY-MM-DDTHH:MM:SS.sssZ`. */
export type Instant = `${Day}T${string}Z`;

export const Day = z.iso.date() as unknown as z.ZodMiniType<Day, Day>;
export const Instant = z.iso.datetime({ precision: 3 }) as unknown as z.ZodMiniType<
  Instant,
  Instant
>;

export const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;
const SHANGHAI_OFFSET_MS = 8 * 60 * MINUTE_MS;

/** Milliseconds since 1970, UTC. */
export const msOf = (instant: Instant): number => Date.parse(instant);
export const instantOf = (ms: number): Instant => new Date(ms).toISOString() as Instant;
export const plusMs = (instant: Instant, ms: number): Instant => instantOf(msOf(instant) + ms);

/** The day in Shanghai on which the instant falls. */
export const dayOf = (instant: Instant): Day =>
  new Date(msOf(instant) + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10) as Day;

/** The first instant of the day: midnight in Shanghai. */
export const startOf = (day: Day): Instant => instantOf(Date.parse(day) - SHANGHAI_OFFSET_MS);

export const addDays = (day: Day, days: number): Day =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10) as Day;

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number =>
  (Date.parse(to) - Date.parse(from)) / DAY_MS;

/** `HH:MM:SS` in Shanghai. */
export const clockTimeOf = (instant: Instant): string =>
  new Date(msOf(instant) + SHANGHAI_OFFSET_MS).toISOString().slice(11, 19);

/** Days since 1970-01-01, for code that counts many days: the colour engine and what it reads. */
export type DayNumber = number;
export const numberOf = (day: Day): DayNumber => Date.parse(day) / DAY_MS;
export const dayNumbered = (number: DayNumber): Day =>
  new Date(number * DAY_MS).toISOString().slice(0, 10) as Day;
