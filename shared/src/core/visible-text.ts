/** What takes no ink: controls, formats and lone surrogates, spaces, marks without a letter, and the fillers that count as letters. */
const INK = /[^\p{C}\p{Z}\p{M}\u115f\u1160\u2800\u3164\uffa0]/u;
/** What breaks the line or turns the order of what follows, on this line and beside it. */
const UNRULY = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

/** Whether a reader sees anything of a text. */
export const showsSomething = (text: string): boolean => INK.test(text);

/** Whether a text keeps to its line, and lets what stands beside it be read in its order. */
export const keepsToItsLine = (text: string): boolean => !UNRULY.test(text);
