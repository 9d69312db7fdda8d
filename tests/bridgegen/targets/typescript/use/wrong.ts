// A program that the compiler must refuse, on each of its calls.

import library from "library";

await library.catalog.add("Walden");
await library.catalog.searchAll();
await library.lending.borrow("Ada");
