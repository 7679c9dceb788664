import type { Document } from 'bson';
import { decode, encode } from '../bson-codec.ts';
import type { Maps } from './environment.ts';

const VIEW = 'v';

/** A pipeline over a collection, or over another view, that reads like a collection. */
export interface View {
  database: string;
  name: string;
  viewOn: string;
  pipeline: Document[];
}

/** The views of the environment. What changes them must run inside a write transaction, as for collections. */
export class ViewCatalog {
  readonly #environment: Maps;
  #views = new Map<string, View>();

  constructor(environment: Maps) {
    this.#environment = environment;
  }

  /** Reads everything again. */
  load(): void {
    this.#views = new Map();
    const range = { start: Buffer.from(VIEW), end: Buffer.from([VIEW.charCodeAt(0) + 1]) };
    for (const { key, value } of this.#environment.catalog.getRange(range)) {
      const namespace = key.toString('utf8', 1);
      const dot = namespace.indexOf('.');
      const { viewOn, pipeline } = decode(value) as Pick<View, 'viewOn' | 'pipeline'>;
      this.#views.set(namespace, { database: namespace.slice(0, dot), name: namespace.slice(dot + 1), viewOn, pipeline });
    }
  }

  find(database: string, name: string): View | undefined {
    return this.#views.get(`${database}.${name}`);
  }

  list(database: string): View[] {
    return [...this.#views.values()].filter((view) => view.database === database);
  }

  /** Adds a view, or changes one. */
  save(view: View): void {
    const namespace = `${view.database}.${view.name}`;
    this.#views.set(namespace, view);
    this.#environment.catalog.putSync(viewKey(namespace), encode({ viewOn: view.viewOn, pipeline: view.pipeline }));
  }

  drop({ database, name }: View): void {
    this.#views.delete(`${database}.${name}`);
    this.#environment.catalog.removeSync(viewKey(`${database}.${name}`));
  }
}

function viewKey(namespace: string): Buffer {
  return Buffer.from(`${VIEW}${namespace}`);
}
