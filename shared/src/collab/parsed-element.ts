/** What is read of an element of pasted or stored HTML: as much as a browser's has, so that this room needs no browser's types. */
export interface ParsedElement {
  getAttribute: (name: string) => string | null;
  style: { textAlign: string };
}
