// What carries the calls; the host of a script, or an HTTP client, attaches one.
//
// A transport has
//   call(address, name, arguments, callbacks) -> {result: Promise<value>, cancel()}
//   next(address, stream) -> Promise<{value} | {done: true}>     closeStream(address, stream) -> Promise
//   open(options) -> Promise<address>                            close(address) -> Promise
//   callbackId() -> a new id
// Values are JSON-like; callbacks is a list of [id, async function of the list of arguments]. An address tells sessions
// apart: the first item is the root session's number, 0 for the one that a script is given, and the others are the
// handles of sessions within it. What a transport's promises reject with is an error object as JSON.

const missing = async () => {
  throw {
    code: "runtime.unsupported",
    message: "no runtime is attached to this package; run the script in the SDK's JavaScript host",
    http_status: 501,
  };
};

export const transport = {
  call: () => ({ result: missing(), cancel() {} }),
  next: missing,
  closeStream: missing,
  open: missing,
  close: missing,
  callbackId: () => "none",
};

/** Makes `carrier` carry the calls of every session. */
export function attach(carrier) {
  Object.assign(transport, carrier);
}
