/**
 * What a unit needs beside its tables. As with `access`: what is not written here is not granted.
 */
import type { Unit } from '@yimatong/functions/core/access';

export type Need =
  /** The province’s keys: sessions, look-ups, tokens. */
  | 'keys'
  /** Seals people’s details, and opens them. */
  | 'seal'
  /** Opens people’s details. */
  | 'open'
  /** Puts SMS into the queue. */
  | 'queue'
  /** Sends SMS by the provider of the stage. */
  | 'sms'
  /** Puts reminders into their queue. */
  | 'reminders'
  /** Knows the templates of reminders that the platforms have approved. */
  | 'templates'
  | 'wechat'
  | 'alipay'
  /** Writes Chinese on paper: the fonts lie beside its code. */
  | 'fonts'
  /** Knows under which address the H5 answers, and whether WeChat makes codes. */
  | 'site'
  /** Hands out tickets for uploads, and fetches what came. */
  | 'uploads'
  /** Keeps and fetches photos of reports and escalations. */
  | 'photos'
  /** Tells callers who came through CloudFront from those who did not. */
  | 'edge';

export const needs: Readonly<Record<Unit, readonly Need[]>> = {
  account: ['keys', 'seal', 'queue', 'wechat', 'edge'],
  alipay: ['keys', 'alipay', 'seal'],
  appoint: ['keys'],
  card: ['keys', 'seal', 'fonts'],
  code: ['keys'],
  declaration: ['keys'],
  notice: [],
  pass: ['keys'],
  'look-up': ['keys', 'open'],
  'by-hand': ['keys', 'seal'],
  escalation: ['keys', 'seal', 'queue', 'uploads', 'photos'],
  place: ['keys', 'open'],
  poster: ['keys', 'fonts', 'site', 'wechat'],
  arrive: ['keys'],
  publish: [],
  clinic: ['keys', 'seal'],
  purchase: ['keys', 'seal', 'queue'],
  organisation: ['keys', 'seal'],
  sheet: ['keys', 'seal', 'uploads'],
  rollup: [],
  recompute: [],
  doorstep: ['keys', 'seal'],
  'at-the-door': ['keys', 'seal'],
  observation: ['keys', 'seal'],
  report: ['keys', 'seal', 'uploads', 'photos'],
  sms: ['sms'],
  audit: ['keys'],
  sample: ['keys', 'seal'],
  batch: ['keys', 'uploads'],
  positives: [],
  vaccination: ['keys', 'seal'],
  takeout: ['keys', 'open'],
  erase: [],
  reminder: ['keys', 'templates'],
  reminders: ['open', 'reminders'],
  remind: ['wechat', 'alipay', 'templates'],
};
