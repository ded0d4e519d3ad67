/** Packages that bring no types: what the benchmark calls of them. */
declare module 'json-logic-js' {
  const jsonLogic: { apply(logic: object, data: object): unknown };
  export default jsonLogic;
}
declare module 'pako' {
  const pako: { inflate(bytes: Uint8Array): Uint8Array };
  export default pako;
}
