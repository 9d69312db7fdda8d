// Items as they arrive.

/**
 * What a streaming function returns, for `for await`. The call begins when the first item is asked for; leaving the loop
 * early closes the stream.
 */
export class Stream {
  #open;
  #next;
  #close;
  #id;
  #state = "new";

  /** `open` begins the call and gives the stream's id, `next` gives `{value}` or `{done: true}`, `close` ends it. */
  constructor(open, next, close) {
    this.#open = open;
    this.#next = next;
    this.#close = close;
  }

  get [Symbol.toStringTag]() {
    return "Stream";
  }

  [Symbol.asyncIterator]() {
    return this;
  }

  /** The next item; the items come in the order in which they were asked for. */
  async next() {
    if (this.#state === "new") {
      this.#state = "open";
      this.#id = this.#open();
      this.#id.catch(() => {});
    }
    if (this.#state === "closed") return { done: true, value: undefined };
    try {
      const { done, value } = await this.#next(await this.#id);
      if (!done) return { done: false, value };
    } catch (error) {
      this.#state = "closed";
      throw error;
    }
    this.#state = "closed";
    return { done: true, value: undefined };
  }

  /** Closes the stream; `for await` calls this when the loop is left early. */
  async return(value) {
    const opened = this.#state === "open";
    this.#state = "closed";
    if (opened) await this.#close(await this.#id);
    return { done: true, value };
  }

  async [Symbol.asyncDispose]() {
    await this.return();
  }

  /** All items that are left. */
  async toArray() {
    const items = [];
    for await (const item of this) items.push(item);
    return items;
  }
}
