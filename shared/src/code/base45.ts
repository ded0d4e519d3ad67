/** Base45 (RFC 9285): two bytes become three characters of the QR code's alphanumeric set. */
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

/** Whether every character is one of base45's. */
export const isBase45 = (text: string): boolean => /^[0-9A-Z $%*+\-./:]*$/.test(text);

export function base45(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i + 1 < bytes.length; i += 2) {
    const n = bytes[i]! * 256 + bytes[i + 1]!;
    text +=
      ALPHABET.charAt(n % 45) +
      ALPHABET.charAt(Math.floor(n / 45) % 45) +
      ALPHABET.charAt(Math.floor(n / 2025));
  }
  if (bytes.length % 2 === 1) {
    const n = bytes[bytes.length - 1]!;
    text += ALPHABET.charAt(n % 45) + ALPHABET.charAt(Math.floor(n / 45));
  }
  return text;
}

/** The bytes, or undefined for a text that no encoder writes (foreign character, bad length, value too large). */
export function bytesOfBase45(text: string): Uint8Array | undefined {
  if (text.length % 3 === 1) return undefined;
  const bytes = new Uint8Array(Math.floor(text.length / 3) * 2 + (text.length % 3 === 2 ? 1 : 0));
  let at = 0;
  for (let i = 0; i < text.length; i += 3) {
    const a = ALPHABET.indexOf(text.charAt(i));
    const b = ALPHABET.indexOf(text.charAt(i + 1));
    const whole = i + 2 < text.length;
    const c = whole ? ALPHABET.indexOf(text.charAt(i + 2)) : 0;
    const n = a + b * 45 + c * 2025;
    if (a < 0 || b < 0 || c < 0 || n > (whole ? 0xffff : 0xff)) return undefined;
    if (whole) bytes[at++] = n >> 8;
    bytes[at++] = n & 0xff;
  }
  return bytes;
}
