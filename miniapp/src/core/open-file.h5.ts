import type { openFile as OpenFileOf } from './open-file';

/** A download, under its name. */
export const openFile: typeof OpenFileOf = ({ name, type, base64 }) => {
  const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return Promise.resolve();
};
