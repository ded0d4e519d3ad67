/** A file that somebody has chosen, wherever it lies until it is sent. */
export interface Chosen {
  readonly name: string;
  /** Bytes; 0 where the platform does not say. */
  readonly size: number;
  /** Media type, by the name's ending; empty where that tells nothing. */
  readonly type: string;
  /** For an `<Image>`, and where a mini-program finds it. */
  readonly path: string;
  /** In a browser the file itself. */
  readonly blob?: Blob;
}

const types: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  heic: 'image/heic',
  heif: 'image/heic',
  csv: 'text/csv',
  txt: 'text/plain',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

export const typeOf = (name: string): string =>
  types[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? '';

export const chosenFrom = (path: string, size = 0, name = nameOf(path)): Chosen => ({
  name,
  size,
  type: typeOf(name),
  path,
});
