/** Field names already met, at the place their bytes lead to: the same few come again and again. */
const names: string[] = new Array(4096).fill('');

/** The name whose bytes stand from `from` to `to`. */
export function nameAt(buffer: Buffer, from: number, to: number): string {
  let hash = 0;
  for (let i = from; i < to; i++) hash = (hash * 31 + (buffer[i] as number)) | 0;
  const place = (hash ^ (hash >>> 12)) & 4095;
  const known = names[place] as string;
  if (isAt(buffer, from, to, known)) return known;
  const name = buffer.toString('utf8', from, to);
  // Only of ASCII are the characters and the bytes the same, to be compared one by one.
  if (name.length === to - from) names[place] = name;
  return name;
}

function isAt(buffer: Buffer, from: number, to: number, name: string): boolean {
  if (name.length !== to - from) return false;
  for (let i = 0; i < name.length; i++) if (name.charCodeAt(i) !== buffer[from + i]) return false;
  return true;
}
