// What generated bridges and resources extend.

import { CONNECTION } from "./connection.js";
import { refuseOthers } from "./names.js";

/** The functions of one module, in one session. */
export class Bridge {
  constructor(connection) {
    Object.defineProperty(this, CONNECTION, { value: connection });
  }
}

/** A live thing behind a handle. */
export class Resource {
  constructor(connection, id) {
    Object.defineProperty(this, CONNECTION, { value: connection });
    Object.defineProperty(this, "id", { value: id, enumerable: true });
  }

  toJSON() {
    return this.id;
  }

  toString() {
    return `[${this.constructor.name} ${this.id}]`;
  }
}

refuseOthers(Bridge);
refuseOthers(Resource);
