/** A mini-program lies on the device already. */
export const keepForOffline = (): void => undefined;
