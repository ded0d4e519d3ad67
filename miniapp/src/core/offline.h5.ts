/** Keeps every page of this build in the browser; a newer build takes over when the product is opened next. */
export function keepForOffline(): void {
  if (!('serviceWorker' in navigator)) return; // plain http, or a browser inside an app
  navigator.serviceWorker.register('/sw.js').catch((error: unknown) => {
    console.warn('Pages are not kept for use without network.', error);
  });
}
