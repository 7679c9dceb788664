import { CLUB_TAGS_MAX, TAG_LENGTH, type TagList as Tags } from '@beffroi/shared/features/clubs/club-tags.contract';
import type { Club } from '@beffroi/shared/features/clubs/clubs.contract';
import { Button, CloseButton, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, problemOf } from '../../lib/api.ts';
import { clubPath } from '../../lib/paths.ts';
import { BusyButton } from '../../ui/busy-button.tsx';
import { Section } from '../../ui/section.tsx';
import classes from './tag-list.module.css';

interface Line {
  key: string;
  slug?: string;
  name: string;
}

const lineOf = ({ slug, name }: Tags['items'][number]): Line => ({ key: slug, slug, name });

function TagEditor({ slug, list, onDone }: { slug: string; list: Tags; onDone: () => void }) {
  const [lines, setLines] = useState<Line[]>(list.items.map(lineOf));
  const cache = useQueryClient();
  const save = useMutation(
    api.clubs.setTags.mutationOptions({
      onSuccess: (saved) => {
        cache.setQueryData(api.clubs.tags.queryKey({ input: { slug } }), saved);
        void cache.invalidateQueries({ queryKey: api.forum.list.key({ input: { slug } }) });
        onDone();
      },
    }),
  );
  const problem = save.error && problemOf(save.error);
  const rename = (key: string, name: string) => setLines(lines.map((line) => (line.key === key ? { ...line, name } : line)));
  const items = lines.filter(({ name }) => name.trim()).map(({ slug: own, name }) => ({ ...(own && { slug: own }), name }));
  const errorAt = (index: number) => problem?.errors?.find(({ path }) => path.startsWith(`items.${index}.`))?.message;
  return (
    <form
      className={classes.editor}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ slug, items, version: list.version });
      }}
    >
      {lines.map((line, index) => (
        <div key={line.key} className={classes.line}>
          <TextInput
            aria-label={`Étiquette ${index + 1}`}
            value={line.name}
            maxLength={TAG_LENGTH.max}
            error={errorAt(index)}
            autoFocus={!line.slug}
            onChange={(event) => rename(line.key, event.target.value)}
          />
          <CloseButton aria-label={`Retirer « ${line.name} »`} onClick={() => setLines(lines.filter(({ key }) => key !== line.key))} />
        </div>
      ))}
      {problem && !problem.errors && (
        <p role="alert" className={classes.problem}>
          {problem.status === 409
            ? 'Un autre pilote vient de changer cette liste\u00a0: annulez, puis reprenez la sienne.'
            : problem.detail}
        </p>
      )}
      <div className={classes.actions}>
        <Button
          variant="default"
          disabled={lines.length >= CLUB_TAGS_MAX}
          onClick={() => setLines([...lines, { key: crypto.randomUUID(), name: '' }])}
        >
          Ajouter une étiquette
        </Button>
        <BusyButton variant="filled" type="submit" busy={save.isPending}>
          Enregistrer
        </BusyButton>
        <Button
          variant="subtle"
          onClick={() => {
            void cache.invalidateQueries({ queryKey: api.clubs.tags.key({ input: { slug } }) });
            onDone();
          }}
        >
          Annuler
        </Button>
      </div>
      <p className={classes.note}>Renommée, une étiquette reste sur ses sujets&nbsp;; retirée, elle en disparaît.</p>
    </form>
  );
}

/** What a club sorts its threads by; its pilots keep the list. */
export function TagList({ club }: { club: Club }) {
  const { data } = useQuery(api.clubs.tags.queryOptions({ input: { slug: club.slug } }));
  const [editing, setEditing] = useState(false);
  const mayEdit = club.abilities['club.edit-tags'];
  if (!data || (!data.items.length && !mayEdit)) return null;
  return (
    <Section
      title="Étiquettes"
      action={
        mayEdit &&
        !editing && (
          <Button variant="subtle" size="compact-sm" onClick={() => setEditing(true)}>
            Modifier la liste
          </Button>
        )
      }
    >
      {editing ? (
        <TagEditor slug={club.slug} list={data} onDone={() => setEditing(false)} />
      ) : (
        <ul className={classes.tags}>
          {data.items.map(({ slug, name }) => (
            <li key={slug}>
              <Link to={`${clubPath(club.slug)}?etiquette=${slug}`}>{name}</Link>
            </li>
          ))}
          {!data.items.length && <li className={classes.note}>Aucune encore : quelques mots suffisent à retrouver les sujets du club.</li>}
        </ul>
      )}
    </Section>
  );
}
