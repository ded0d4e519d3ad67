/** Text without characters that nobody types: controls, and those that turn the direction of what follows. */
export const isPlain = (text: string): boolean =>
  !/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/.test(
    text,
  );
