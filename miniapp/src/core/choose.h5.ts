import type { chooseFile as ChooseFileOf, choosePhotos as ChoosePhotosOf } from './choose';
import { type Chosen, chosenFrom, typeOf } from './chosen';

/** Longest side, pixels: a door's number can still be read. */
const LONGEST = 1600;
const QUALITY = 0.8;

export const choosePhotos: typeof ChoosePhotosOf = async (most) => {
  const files = await asked({ accept: 'image/*', multiple: most > 1 });
  return Promise.all(files.slice(0, most).map(compressed));
};

export const chooseFile: typeof ChooseFileOf = async (extensions) => {
  const accept = extensions.map((one) => `.${one}`).join(',');
  const [file] = await asked({ accept, multiple: false });
  return file && chosenOf(file, file.name);
};

/** The browser's own dialogue. */
function asked({ accept, multiple }: { accept: string; multiple: boolean }): Promise<File[]> {
  const input = document.createElement('input');
  Object.assign(input, { type: 'file', accept, multiple, hidden: true });
  document.body.append(input); // Safari forgets an input that is nowhere
  return new Promise((resolve) => {
    const finish = () => {
      resolve([...(input.files ?? [])]);
      input.remove();
    };
    input.addEventListener('change', finish);
    input.addEventListener('cancel', finish);
    input.click();
  });
}

const chosenOf = (blob: Blob, name: string): Chosen => ({
  ...chosenFrom(URL.createObjectURL(blob), blob.size, name),
  type: blob.type === '' ? typeOf(name) : blob.type,
  blob,
});

/** As a phone's own “compressed”; what the browser cannot read stays as it is, and the form says what it is not. */
async function compressed(file: File): Promise<Chosen> {
  try {
    const image = await createImageBitmap(file);
    const scale = Math.min(1, LONGEST / Math.max(image.width, image.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(image.width * scale);
    canvas.height = Math.round(image.height * scale);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((done) =>
      canvas.toBlob(done, 'image/jpeg', QUALITY),
    );
    return blob
      ? chosenOf(blob, `${file.name.replace(/\.\w+$/, '')}.jpg`)
      : chosenOf(file, file.name);
  } catch {
    return chosenOf(file, file.name);
  }
}
