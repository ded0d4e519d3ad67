/** A text that people read: Chinese first, English beside it. */
export interface Said {
  readonly zh: string;
  readonly en: string;
}
