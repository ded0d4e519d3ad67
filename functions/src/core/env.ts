/** The only place that reads the environment. A setting that is missing is an error, never a default. */
export function env(name: string): string {
  // eslint-disable-next-line no-restricted-properties -- the one place
  const value = process.env[name];
  if (value === undefined || value === '')
    throw new Error(`environment variable ${name} is not set`);
  return value;
}
