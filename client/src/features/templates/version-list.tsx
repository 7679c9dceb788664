import type { VersionItem } from '@beffroi/shared/features/templates/document-versions.contract';
import { Radio } from '@mantine/core';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Tag } from '../../ui/tag.tsx';
import { versionAuthors, versionName } from './version-words.ts';
import classes from './versions.module.css';

interface VersionListProps {
  versions: VersionItem[];
  from: number | null;
  /** Null for the present text. */
  to: number | null;
  onChange: (pair: { from: number; to: number | null }) => void;
}

/** The versions of a text, the last first, each with what it is compared as: before, after. */
export function VersionList({ versions, from, to, onChange }: VersionListProps) {
  return (
    <table className={classes.versions}>
      <thead>
        <tr>
          <th scope="col">Avant</th>
          <th scope="col">Après</th>
          <th scope="col">Version</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <td />
          <td>
            <Radio
              name="to"
              aria-label="Après : texte actuel"
              checked={to === null}
              onChange={() => from && onChange({ from, to: null })}
            />
          </td>
          <td>
            <b>Texte actuel</b>
          </td>
        </tr>
        {versions.map((version) => {
          const { number, at, validated, replaced } = version;
          return (
            <tr key={number}>
              <td>
                <Radio
                  name="from"
                  aria-label={`Avant : ${versionName(version)}`}
                  checked={from === number}
                  onChange={() => onChange({ from: number, to: to !== null && to <= number ? null : to })}
                />
              </td>
              <td>
                <Radio
                  name="to"
                  aria-label={`Après : ${versionName(version)}`}
                  checked={to === number}
                  disabled={from === null || number <= from}
                  onChange={() => from && onChange({ from, to: number })}
                />
              </td>
              <td>
                <b>{versionName(version)}</b>{' '}
                {validated !== null && <Tag tone={replaced ? 'neutral' : 'green'}>{replaced ? 'Remplacée' : 'En vigueur'}</Tag>}
                <span className={classes.facts}>
                  {versionAuthors(version)} · <RelativeTime at={at} />
                </span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
