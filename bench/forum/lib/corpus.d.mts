export interface CorpusPost {
  user: number;
  body: string;
  /** Milliseconds before now. */
  at: number;
}
export interface CorpusTopic {
  i: number;
  category: number;
  user: number;
  title: string;
  at: number;
  posts: CorpusPost[];
}
export const CATEGORIES: string[];
export const USERS: { username: string; fullname: string; password: string; email: string }[];
export const topics: (count: number) => Generator<CorpusTopic>;
