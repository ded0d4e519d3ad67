/** Packages that bring no types: what the benchmark calls of them. */
declare module 'json-logic-js' {
  const jsonLogic: { apply(logic: object, data: object): unknown };
  export { jsonLogic as default };
}
declare module 'pako' {
  const pako: { inflate(bytes: Uint8Array): Uint8Array };
  export { pako as default };
}
