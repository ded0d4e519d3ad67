/** As much of AbortController as react-query uses: mini-programs have none. */
class Signal {
  aborted = false;
  reason = undefined;
  listeners = [];

  addEventListener(_type, listener) {
    this.listeners.push(listener);
  }

  removeEventListener(_type, listener) {
    this.listeners = this.listeners.filter((one) => one !== listener);
  }

  throwIfAborted() {
    if (this.aborted) throw this.reason;
  }
}

export default class AbortController {
  signal = new Signal();

  abort(reason = new Error('aborted')) {
    if (this.signal.aborted) return;
    this.signal.aborted = true;
    this.signal.reason = reason;
    for (const listener of this.signal.listeners) listener({ type: 'abort' });
  }
}
