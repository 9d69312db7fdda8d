// A program over the library that the compiler must accept, with the mistakes it must refuse.

import library, { catalog, lending, LibraryError, open, type EventPayloads, type EventType, type Json } from "library";
import { Status, type Book } from "library/catalog";
import type { Member } from "library/lending";

const walden: Book = { isbn: "9780000000001", title: "Walden", authors: ["Thoreau"], shelf: null };
await catalog.add({ ...walden, note: null, status: Status.LENT, data: { deep: [1, "two", null] } });

// @ts-expect-error a required field is missing
await catalog.add({ isbn: "9780000000001", title: "Walden", authors: [] });
// @ts-expect-error null is not absence
await catalog.add({ ...walden, published: null });
// @ts-expect-error undefined is not a value of an optional field
await catalog.add({ ...walden, note: undefined });
// @ts-expect-error no such field
await catalog.add({ ...walden, pages: 300 });
// @ts-expect-error a number is no ISBN
await catalog.get(9780000000001);
// @ts-expect-error not one of the constants
await catalog.setStatus("9780000000001", "burnt");
// @ts-expect-error no such option
await catalog.price("9780000000001", { curency: "usd" });

const price: { amount: number } = await catalog.price("9780000000001", { currency: "usd", rate: 1.5 });
const before: catalog.Status = await catalog.setStatus("9780000000001", "lent");
const nothing: void = await catalog.remove("9780000000001");
const found: Book | null = await catalog.find("9780000000009");
// @ts-expect-error it may be null
found.title;

for await (const book of catalog.search({ kind: "all", queries: [{ kind: "text", text: "W" }] }, { page: { limit: 3 } })) {
  const title: string = book.title;
  void title;
}
// @ts-expect-error the union has no such member
catalog.search({ kind: "colour", text: "red" });
// @ts-expect-error a stream is no promise of a list
const list: Book[] = await catalog.search({ kind: "text", text: "W" });

await using ada = await lending.join({ name: "Ada", on_due: async () => lending.Reply.LATER });
await lending.join({ name: "Bob", on_due: () => "later" });
// @ts-expect-error the callback must answer with a reply
await lending.join({ name: "Ada", on_due: () => 5 });
// @ts-expect-error a string is no handle
await lending.getInfo("member_1");
await lending.getInfo(ada.id);
const loan = await ada.borrow("9780000000001", { days: 7 });
// @ts-expect-error a loan is no member
await lending.getInfo(loan);
// @ts-expect-error nor is its handle
await lending.getInfo(loan.id);
const members: Member[] = await lending.members();
const seen: number = await catalog.each((book, position) => book.title.length > position);

try {
  await ada.getInfo({ signal: AbortSignal.timeout(1000) });
} catch (error) {
  if (LibraryError.is(error, "catalog.not_found")) {
    const isbn: string = error.fields.isbn;
    // @ts-expect-error not a field of this error
    error.fields.title;
    void isbn;
  } else if (LibraryError.is(error)) {
    const detail: Json | undefined = error.fields["detail"];
    const recovery: "retry_once" | "retry_with_backoff" | "failover" | "none" = error.recovery;
    void [detail, recovery];
  }
  // @ts-expect-error no such code
  LibraryError.is(error, "catalog.gone");
}

const branch = await library.branch.open({ name: "North" });
await branch.catalog.add(walden);
const title: EventPayloads["catalog.added"]["title"] = "Walden";
const type: EventType = "lending.borrowed";
const other = await open({ permissions: { "catalog.write": true }, record_events: true });
// @ts-expect-error no such permission
await open({ permissions: { "catalog.burn": true } });
await other.close();
const echoed = await library.catalog.echo(await catalog.get("9780000000001"), { label: null });
export { before, echoed, list, members, nothing, price, seen, title, type };
