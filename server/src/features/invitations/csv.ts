/** The separator most used in the first line: French spreadsheets write « ; ». */
const separatorOf = (text: string): string => {
  const head = text.slice(0, text.search(/\r|\n|$/));
  return [';', '\t', ','].find((separator) => head.includes(separator)) ?? ';';
};

interface Reading {
  rows: string[][];
  row: string[];
  cell: string;
}

const endCell = (reading: Reading): void => {
  reading.row.push(reading.cell.trim());
  reading.cell = '';
};
const endRow = (reading: Reading): void => {
  endCell(reading);
  reading.rows.push(reading.row);
  reading.row = [];
};

/** The rows of a CSV text (RFC 4180: quotes may hold separators, line ends and doubled quotes), separated by « ; », « , » or tabs. */
export const parseCsv = (csv: string): string[][] => {
  const text = csv.replace(/^\uFEFF/, '');
  const separator = separatorOf(text);
  const reading: Reading = { rows: [], row: [], cell: '' };
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at] as string;
    if (quoted) {
      if (char !== '"') reading.cell += char;
      else if (text[at + 1] === '"') {
        reading.cell += '"';
        at++;
      } else quoted = false;
    } else if (char === '"' && reading.cell.trim() === '') {
      reading.cell = '';
      quoted = true;
    } else if (char === separator) endCell(reading);
    else if (char === '\n') endRow(reading);
    else if (char !== '\r') reading.cell += char;
  }
  if (reading.cell !== '' || reading.row.length > 0) endRow(reading);
  return reading.rows;
};
