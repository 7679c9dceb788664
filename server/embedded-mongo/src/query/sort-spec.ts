/** A sort as fields and directions, in order. */
export type SortSpec = readonly { path: string; direction: 1 | -1 }[];
